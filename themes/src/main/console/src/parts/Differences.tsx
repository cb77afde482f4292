import { Button, PageSection, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact, Difference } from "../rest/rest";
import type { Act } from "./Ask";
import { contactPath } from "./contactActs";
import { differenceActs, FIELDS } from "./differenceActs";
import { RefusalAlert } from "./RefusalAlert";
import { useLoad } from "./useLoad";

/** Where the contact's own profile says something else than the firm's record; nothing where they agree. */
export const Differences = ({ contact, onChoose }: { contact: Contact; onChoose: (act: Act) => void }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const path = `${contactPath(contact)}/differences`;
  const read = useLoad(() => portal.rest.get<Difference[]>(path), [portal.realm, path]);
  if (!read.refusal && !read.value?.length) return null;
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0" data-testid="differences">
      <Title headingLevel="h2">{t("clientPortalAdminDifferences")}</Title>
      <RefusalAlert refusal={read.refusal} onRetry={read.reload} />
      <Table variant="compact" aria-label={t("clientPortalAdminDifferences")}>
        <Thead>
          <Tr>
            <Th>{t("clientPortalAdminField")}</Th>
            <Th>{t("clientPortalAdminFirmValue")}</Th>
            <Th>{t("clientPortalAdminContactValue")}</Th>
            {portal.may.manage && <Th screenReaderText={t("clientPortalAdminActions")} />}
          </Tr>
        </Thead>
        <Tbody>
          {read.value?.map((difference) => (
            <Tr key={difference.field}>
              <Td dataLabel={t("clientPortalAdminField")}>{t(FIELDS[difference.field!])}</Td>
              <Td dataLabel={t("clientPortalAdminFirmValue")}>{difference.firmValue}</Td>
              <Td dataLabel={t("clientPortalAdminContactValue")}>
                {difference.contactValue ?? t("clientPortalAdminNoValue")}
              </Td>
              {portal.may.manage && (
                <Td isActionCell>
                  {differenceActs(portal, t, difference).map((act) => (
                    <Button key={act.name} variant="link" onClick={() => onChoose(act)}>
                      {act.name}
                    </Button>
                  ))}
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </PageSection>
  );
};
