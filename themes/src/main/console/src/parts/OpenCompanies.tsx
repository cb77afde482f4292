import { Alert, Button, Form, FormGroup, Modal, Progress, Radio } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { to, usePortal } from "../portal";
import type { BulkCompany, BulkResult, Company, Opening, Refusal } from "../rest/rest";
import { counted, outcome } from "./outcomes";
import { RefusalAlert } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

const NAME = "client-portal-open-companies";
/** So many are asked about at once: an answer takes a moment, and the bar moves. */
const AT_ONCE = 25;

type How = "invite" | "open" | "silent";

/** Opens the portals of many companies: says before what will become of each, and then lets the server go on alone. */
export const OpenCompanies = ({ companies, onClose }: { companies: Company[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const { realm, rest, may } = usePortal();
  const navigate = useNavigate();
  const [chosen] = useState(companies);
  const [how, setHow] = useState<How>(may.mail ? "invite" : "open");
  const [foreseen, setForeseen] = useState<BulkCompany[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const left = useRef(false);
  const names = new Map(chosen.map(({ id, name }) => [id, name]));
  const isForeseen = foreseen?.length === chosen.length;
  const contacts = foreseen?.flatMap((company) => company.contacts ?? []) ?? [];
  const mails = contacts.filter(({ invitation }) => invitation === "invited").length;

  const wish = (some: Company[]) => ({
    companies: some.map(({ id }) => id),
    invite: how === "invite",
    silent: how === "silent",
  });
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await work();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const preview = () =>
    attempt(async () => {
      setForeseen([]);
      for (let from = 0; from < chosen.length && !left.current; from += AT_ONCE) {
        const some = chosen.slice(from, from + AT_ONCE);
        const result = await rest.post<BulkResult>("openings/preview", wish(some));
        setForeseen((before) => [...(before ?? []), ...(result.companies ?? [])]);
      }
    });
  const start = () =>
    attempt(async () => {
      const opening = await rest.post<Opening>("openings", wish(chosen));
      navigate(to.opening(realm, opening.id!));
    });
  const close = () => {
    left.current = true;
    onClose();
  };
  const way = (value: How, label: string, help: string) => (
    <Radio
      id={`${NAME}-${value}`}
      data-testid={`open-${value}`}
      name={NAME}
      label={t(label)}
      description={t(help)}
      isChecked={how === value}
      isDisabled={busy}
      onChange={() => {
        setHow(value);
        setForeseen(undefined);
      }}
    />
  );

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="large"
      title={t("clientPortalAdminOpenMany", { number: chosen.length })}
      onClose={close}
      actions={[
        isForeseen ? (
          <Button key="open" data-testid="open-start" isLoading={busy} isDisabled={busy} onClick={start}>
            {t("clientPortalAdminOpenStart", { number: chosen.length })}
          </Button>
        ) : (
          <Button key="preview" data-testid="open-preview" isLoading={busy} isDisabled={busy} onClick={preview}>
            {t("clientPortalAdminOpenPreview")}
          </Button>
        ),
        <Button key="cancel" variant="link" onClick={close}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <RefusalAlert refusal={refusal} />
      <Form>
        <FormGroup role="radiogroup" label={t("clientPortalAdminHow")} fieldId={NAME}>
          {may.mail && way("invite", "clientPortalAdminHowInvite", "clientPortalAdminOpenInviteHelp")}
          {way("open", "clientPortalAdminHowOpen", "clientPortalAdminHowOpenHelp")}
          {way("silent", "clientPortalAdminHowSilent", "clientPortalAdminHowSilentHelp")}
        </FormGroup>
      </Form>
      {foreseen && !isForeseen && (
        <Progress
          className="pf-v5-u-mt-md"
          aria-label={t("clientPortalAdminOpenPreview")}
          title={t("clientPortalAdminOpenPreviewing")}
          value={(100 * foreseen.length) / chosen.length}
        />
      )}
      {isForeseen && (
        <>
          <Alert
            isInline
            isPlain
            component="p"
            variant="info"
            className="pf-v5-u-mt-md"
            data-testid="open-foreseen"
            title={t("clientPortalAdminOpenForeseen", {
              companies: foreseen.filter((company) => company.outcome === "opened").length,
              contacts: contacts.filter((contact) => contact.outcome === "opened").length,
              mails,
            })}
          >
            {counted(
              t,
              contacts.map((contact) => contact.outcome!),
            )}
          </Alert>
          <Table variant="compact" aria-label={t("clientPortalAdminOpenPreview")} data-testid="open-table">
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminCompany")}</Th>
                <Th>{t("clientPortalAdminPortal")}</Th>
                <Th>{t("clientPortalAdminContacts")}</Th>
                <Th>{t("clientPortalAdminMails")}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {foreseen.map((company) => (
                <Tr key={company.id}>
                  <Td dataLabel={t("clientPortalAdminCompany")}>{names.get(company.id)}</Td>
                  <Td dataLabel={t("clientPortalAdminPortal")}>{outcome(t, company.outcome!)}</Td>
                  <Td dataLabel={t("clientPortalAdminContacts")}>
                    {counted(
                      t,
                      company.contacts?.map((contact) => contact.outcome!) ?? [],
                    )}
                  </Td>
                  <Td dataLabel={t("clientPortalAdminMails")}>
                    {counted(
                      t,
                      company.contacts?.flatMap(({ invitation }) => invitation ?? []) ?? [],
                    )}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </>
      )}
    </Modal>
  );
};
