import { Button } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { usePortal, type Portal } from "../portal";
import type { Contact } from "../rest/rest";
import type { Act } from "./Ask";
import { nameOf, useWhen } from "./labels";
import { RefusalAlert } from "./RefusalAlert";
import { Section } from "./Section";
import { useLoad } from "./useLoad";

/** As Keycloak's own REST tells it; times in milliseconds since the epoch. */
type Session = {
  id: string;
  ipAddress?: string;
  start?: number;
  lastAccess?: number;
  clients?: Record<string, string>;
};

/** Where the contact is signed in now, in whatever company. Only for those who may see every user. */
export const Sessions = ({ contact, onChoose }: { contact: Contact; onChoose: (act: Act) => void }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const { value, refusal, reload } = useLoad(
    () => portal.rest.keycloak<Session[]>(`users/${contact.userId}/sessions`),
    [portal.realm, contact.userId],
  );
  return (
    <Section
      title={t("clientPortalAdminSessions")}
      text={t(value?.length === 0 ? "clientPortalAdminNoSessions" : "clientPortalAdminSessionsHelp")}
      id="sessions"
    >
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!!value?.length && (
        <Table variant="compact" aria-label={t("clientPortalAdminSessions")}>
          <Thead>
            <Tr>
              <Th>{t("clientPortalAdminSessionStart")}</Th>
              <Th>{t("clientPortalAdminSessionLast")}</Th>
              <Th>{t("clientPortalAdminSessionClients")}</Th>
              <Th>{t("clientPortalAdminSessionAddress")}</Th>
              {portal.may.create && <Th screenReaderText={t("clientPortalAdminActions")} />}
            </Tr>
          </Thead>
          <Tbody>
            {value.map((session) => (
              <Tr key={session.id}>
                <Td dataLabel={t("clientPortalAdminSessionStart")}>{when(session.start)}</Td>
                <Td dataLabel={t("clientPortalAdminSessionLast")}>{when(session.lastAccess)}</Td>
                <Td dataLabel={t("clientPortalAdminSessionClients")}>
                  {Object.values(session.clients ?? {}).join(", ")}
                </Td>
                <Td dataLabel={t("clientPortalAdminSessionAddress")}>{session.ipAddress}</Td>
                {portal.may.create && (
                  <Td isActionCell>
                    <Button variant="link" isInline onClick={() => onChoose(signOut(portal, t, contact, session))}>
                      {t("clientPortalAdminSignOut")}
                    </Button>
                  </Td>
                )}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Section>
  );
};

function signOut({ rest }: Portal, t: TFunction, contact: Contact, { id }: Session): Act {
  const values = { name: nameOf(contact) };
  return {
    name: t("clientPortalAdminSignOut"),
    title: t("clientPortalAdminSignOutTitle", values),
    consequence: t("clientPortalAdminSignOutText", values),
    done: t("clientPortalAdminSignOutDone", values),
    danger: true,
    run: () => rest.keycloak(`sessions/${id}`, "DELETE"),
  };
}
