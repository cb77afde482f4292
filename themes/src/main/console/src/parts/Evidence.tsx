import { Button, Flex } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Refusal } from "../rest/rest";
import { RefusalAlert } from "./RefusalAlert";
import { Section } from "./Section";
import { refusalOf } from "./useLoad";

/** Who was let in, invited, blocked, by whom and when: saved as a file, of one company or of all. */
export const Evidence = ({ companyId }: { companyId?: string }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();

  const download = async (format: string) => {
    setBusy(format);
    setRefusal(undefined);
    try {
      await rest.download(`${companyId ? `companies/${companyId}/` : ""}evidence`, { format });
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(undefined);
    }
  };

  return (
    <Section
      title={t("clientPortalAdminEvidence")}
      text={t(companyId ? "clientPortalAdminEvidenceHelp" : "clientPortalAdminEvidenceHelpAll")}
      id="evidence"
    >
      <RefusalAlert refusal={refusal} />
      <Flex>
        {["csv", "json"].map((format) => (
          <Button
            key={format}
            variant="secondary"
            data-testid={`evidence-${format}`}
            isLoading={busy === format}
            isDisabled={!!busy}
            onClick={() => download(format)}
          >
            {t("clientPortalAdminDownload", { format: format.toUpperCase() })}
          </Button>
        ))}
      </Flex>
    </Section>
  );
};
