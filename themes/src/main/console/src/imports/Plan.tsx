import { Alert, DescriptionList, List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Described } from "../parts/Described";
import { Section } from "../parts/Section";
import type { ImportPlan } from "../rest/rest";

/** What would come of a file, or came of it. */
export const Plan = ({ plan }: { plan: ImportPlan }) => {
  const { t } = useTranslation();
  const { projects, companies, contacts, mails } = plan;
  const counts: [string, [string, number | undefined][]][] = [
    ["clientPortalAdminImportRows", [["clientPortalAdminImportInAll", plan.rows], ["clientPortalAdminImportRepeated", plan.repeatedRows]]],
    [
      "clientPortalAdminImportProjects",
      [
        ["clientPortalAdminImportCreate", projects.create],
        ["clientPortalAdminImportThere", projects.there],
        ["clientPortalAdminImportWithErrors", projects.withErrors],
      ],
    ],
    [
      "clientPortalAdminCompanies",
      [
        ["clientPortalAdminImportCreate", companies.create],
        ["clientPortalAdminImportThere", companies.there],
      ],
    ],
    [
      "clientPortalAdminContacts",
      [
        ["clientPortalAdminImportCreate", contacts.create],
        ["clientPortalAdminImportAdd", contacts.add],
        ["clientPortalAdminImportThere", contacts.there],
        ["clientPortalAdminImportStayOut", contacts.blocked],
      ],
    ],
    [
      "clientPortalAdminMails",
      [
        ["clientPortalAdminImportInvitations", mails.invitations],
        ["clientPortalAdminImportNotices", mails.notices],
      ],
    ],
  ];
  return (
    <Section id="import-plan" title={t("clientPortalAdminImportPlan")}>
      {plan.warnings.length > 0 && (
        <Alert
          isInline
          variant="warning"
          component="p"
          title={t("clientPortalAdminImportUnread")}
          className="pf-v5-u-mb-md"
          data-testid="import-warnings"
        >
          <List>
            {plan.warnings.map((warning) => (
              <ListItem key={warning}>{warning}</ListItem>
            ))}
          </List>
        </Alert>
      )}
      <DescriptionList isHorizontal isCompact>
        {counts.map(([term, parts]) => (
          <Described key={term} term={t(term)}>
            {parts
              .filter(([, number], place) => number || place === 0)
              .map(([text, number]) => t(text, { number }))
              .join(" · ")}
          </Described>
        ))}
      </DescriptionList>
    </Section>
  );
};
