import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Button, PageSection, ToolbarItem } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { CloseCompanies } from "../parts/CloseCompanies";
import { companyAct } from "../parts/companyActs";
import { Evidence } from "../parts/Evidence";
import { FirmNotice } from "../parts/FirmNotice";
import { CompanyLabel, useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { OpenCompanies } from "../parts/OpenCompanies";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useList } from "../parts/useList";
import { refusalOf } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import type { Company, Page, Refusal } from "../rest/rest";

/** As many as one opening takes. */
const MAX = 1000;

/** The firm's companies: which portals are open. */
export default function CompaniesPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const list = useList<Company>(
    (query) => portal.rest.get<Page<Company>>("companies", query),
    ["search", "state"],
    portal.realm,
  );
  const [selected, setSelected] = useState<Map<string, Company>>(new Map());
  const [opening, setOpening] = useState<Company[]>();
  const [closing, setClosing] = useState<Company[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [collecting, setCollecting] = useState(false);
  const shown = list.value?.items ?? [];
  const selectable = shown.filter((it) => it.manage);
  const mayChange = portal.may.manage || selectable.length > 0;

  const select = (companies: Company[], isSelected: boolean) =>
    setSelected((before) => {
      const after = new Map(before);
      companies.forEach((it) => (isSelected ? after.set(it.id!, it) : after.delete(it.id!)));
      return after;
    });
  /** All that the filters leave, from all pages. */
  const selectFound = async () => {
    setCollecting(true);
    setRefusal(undefined);
    try {
      const found: Company[] = [];
      let after: string | undefined;
      do {
        const query = { search: list.filter("search"), state: list.filter("state"), after, max: "100" };
        const page: Page<Company> = await portal.rest.get<Page<Company>>("companies", query);
        found.push(...(page.items ?? []).filter((it) => it.manage));
        after = page.next ?? undefined;
      } while (after && found.length < MAX);
      setSelected(new Map(found.slice(0, MAX).map((it) => [it.id!, it])));
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setCollecting(false);
    }
  };

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminCompanies")} noTranslate subKey="clientPortalAdminCompaniesHelp" />
      <PageSection variant="light">
        <FirmNotice />
        <RefusalAlert refusal={refusal} />
        <ListView
          list={list}
          search={t("clientPortalAdminSearchCompanies")}
          choices={[
            {
              name: "state",
              label: t("clientPortalAdminState"),
              options: [
                { value: "", label: t("clientPortalAdminAllStates") },
                { value: "active", label: t("clientPortalAdminActive") },
                { value: "inactive", label: t("clientPortalAdminInactive") },
              ],
            },
          ]}
          below={
            mayChange && (
              <>
                <ToolbarItem>
                  <Button
                    data-testid="open-many"
                    variant="secondary"
                    isDisabled={selected.size === 0}
                    onClick={() => setOpening([...selected.values()])}
                  >
                    {t("clientPortalAdminOpenButton", { number: selected.size })}
                  </Button>
                </ToolbarItem>
                <ToolbarItem>
                  <Button
                    data-testid="close-many"
                    variant="secondary"
                    isDanger
                    isDisabled={selected.size === 0}
                    onClick={() => setClosing([...selected.values()])}
                  >
                    {t("clientPortalAdminCloseButton", { number: selected.size })}
                  </Button>
                </ToolbarItem>
                <ToolbarItem>
                  <Button
                    data-testid="select-found"
                    variant="link"
                    isLoading={collecting}
                    isDisabled={collecting || selectable.length === 0}
                    onClick={selectFound}
                  >
                    {t("clientPortalAdminSelectFound")}
                  </Button>
                </ToolbarItem>
                {selected.size > 0 && (
                  <ToolbarItem>
                    <Button data-testid="select-none" variant="link" onClick={() => setSelected(new Map())}>
                      {t("clientPortalAdminSelectNone")}
                    </Button>
                  </ToolbarItem>
                )}
                <ToolbarItem alignSelf="center">
                  <Link to={to.openings(portal.realm)}>{t("clientPortalAdminOpenings")}</Link>
                </ToolbarItem>
              </>
            )
          }
          empty={{ title: t("clientPortalAdminNoCompanies"), text: t("clientPortalAdminNoCompaniesText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminCompanies")}>
            <Thead>
              <Tr>
                {mayChange && (
                  <Th
                    aria-label={t("clientPortalAdminSelectAll")}
                    select={{
                      isSelected: selectable.every((it) => selected.has(it.id!)),
                      onSelect: (_, isSelected) => select(selectable, isSelected),
                    }}
                  />
                )}
                <Th>{t("name")}</Th>
                <Th>{t("alias")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminContacts")}</Th>
                <Th>{t("clientPortalAdminLastSignIn")}</Th>
                {mayChange && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {shown.map((company, rowIndex) => (
                <Tr key={company.id}>
                  {mayChange && (
                    <Td
                      select={{
                        rowIndex,
                        isSelected: selected.has(company.id!),
                        isDisabled: !company.manage,
                        onSelect: (_, isSelected) => select([company], isSelected),
                      }}
                    />
                  )}
                  <Td dataLabel={t("name")}>
                    <Link to={to.company(portal.realm, company.id!)}>{company.name}</Link>
                  </Td>
                  <Td dataLabel={t("alias")}>{company.alias}</Td>
                  <Td dataLabel={t("clientPortalAdminState")}>
                    <CompanyLabel company={company} />
                  </Td>
                  <Td dataLabel={t("clientPortalAdminContacts")}>{company.members}</Td>
                  <Td dataLabel={t("clientPortalAdminLastSignIn")}>
                    {when(company.lastSignInAt) || t("clientPortalAdminNobodyYet")}
                  </Td>
                  {mayChange && (
                    <Td isActionCell>
                      {company.manage && <Menu act={companyAct(portal, t, company)} of={company} onChoose={setAct} />}
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      {portal.may.allCompanies && portal.may.allContacts && <Evidence />}
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
      {closing && (
        <CloseCompanies
          companies={closing}
          onClose={() => setClosing(undefined)}
          onDone={() => {
            setSelected(new Map());
            list.reload();
          }}
        />
      )}
      {opening && <OpenCompanies companies={opening} onClose={() => setOpening(undefined)} />}
    </>
  );
}

const Menu = ({ act, of, onChoose }: { act: Act; of: Company; onChoose: (act: Act) => void }) => {
  const { t } = useTranslation();
  return (
    <ActionsColumn
      aria-label={t("clientPortalAdminActionsOf", { name: of.name })}
      items={[{ title: act.name, onClick: () => onChoose(act) }]}
    />
  );
};
