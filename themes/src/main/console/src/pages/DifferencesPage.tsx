import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Button, PageSection, ToolbarItem } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { DECISIONS, FIELDS } from "../parts/differences";
import { useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { keyOf, Resolve } from "../parts/Resolve";
import { SelectAll } from "../parts/SelectAll";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Difference, DifferenceAction, Page } from "../rest/rest";

const ACTIONS = Object.entries(DECISIONS) as [DifferenceAction, string][];

/** Where contacts' own profiles differ from what the firm has recorded, in all companies. */
export default function DifferencesPage() {
  const { t } = useTranslation();
  const { realm, rest, may } = usePortal();
  const when = useWhen();
  const [selected, setSelected] = useState<Map<string, Difference>>(new Map());
  const [asked, setAsked] = useState<{ action: DifferenceAction; differences: Difference[] }>();
  const list = useList<Difference>((query) => rest.get<Page<Difference>>("differences", query), [], realm);
  const rows = list.value?.items ?? [];
  const selectable = rows.filter((it) => it.manage);
  const mayChange = may.manage || selectable.length > 0;

  const select = (differences: Difference[], isSelected: boolean) =>
    setSelected((before) => {
      const after = new Map(before);
      differences.forEach((it) => (isSelected ? after.set(keyOf(it), it) : after.delete(keyOf(it))));
      return after;
    });

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminDifferences")} noTranslate subKey="clientPortalAdminDifferencesHelp" />
      <PageSection variant="light">
        <ListView
          list={list}
          below={
            mayChange && (
              <>
                <SelectAll
                  isSelected={selectable.every((it) => selected.has(keyOf(it)))}
                  isDisabled={selectable.length === 0}
                  onSelect={(isSelected) => select(selectable, isSelected)}
                />
                {ACTIONS.map(([action, text]) => (
                  <ToolbarItem key={action}>
                    <Button
                      variant="secondary"
                      data-testid={`bulk-${action.toLowerCase()}`}
                      isDisabled={selected.size === 0}
                      onClick={() => setAsked({ action, differences: [...selected.values()] })}
                    >
                      {t(text)}
                    </Button>
                  </ToolbarItem>
                ))}
              </>
            )
          }
          empty={{ title: t("clientPortalAdminNoDifferences"), text: t("clientPortalAdminNoDifferencesText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminDifferences")}>
            <Thead>
              <Tr>
                {mayChange && (
                  <Th
                    aria-label={t("clientPortalAdminSelectAll")}
                    select={{
                      isSelected: selectable.every((it) => selected.has(keyOf(it))),
                      onSelect: (_, isSelected) => select(selectable, isSelected),
                    }}
                  />
                )}
                <Th>{t("clientPortalAdminContact")}</Th>
                <Th>{t("clientPortalAdminCompany")}</Th>
                <Th>{t("clientPortalAdminField")}</Th>
                <Th modifier="wrap">{t("clientPortalAdminFirmValue")}</Th>
                <Th modifier="wrap">{t("clientPortalAdminContactValue")}</Th>
                <Th>{t("clientPortalAdminRecordedAt")}</Th>
                {mayChange && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {rows.map((it, rowIndex) => (
                <Tr key={keyOf(it)}>
                  {mayChange && (
                    <Td
                      select={{
                        rowIndex,
                        isSelected: selected.has(keyOf(it)),
                        isDisabled: !it.manage,
                        onSelect: (_, isSelected) => select([it], isSelected),
                      }}
                    />
                  )}
                  <Td dataLabel={t("clientPortalAdminContact")}>
                    <Link to={to.contact(realm, it.companyId!, it.userId!)}>{it.username}</Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminCompany")}>
                    <Link to={to.company(realm, it.companyId!)}>{it.companyName}</Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminField")}>{t(FIELDS[it.field!])}</Td>
                  <Td dataLabel={t("clientPortalAdminFirmValue")}>{it.firmValue}</Td>
                  <Td dataLabel={t("clientPortalAdminContactValue")}>
                    {it.contactValue ?? t("clientPortalAdminNothing")}
                  </Td>
                  <Td dataLabel={t("clientPortalAdminRecordedAt")}>{when(it.recordedAt)}</Td>
                  {mayChange && (
                    <Td isActionCell>
                      {it.manage && (
                        <ActionsColumn
                          aria-label={t("clientPortalAdminActionsOf", { name: it.username })}
                          items={ACTIONS.map(([action, text]) => ({
                            title: t(text),
                            onClick: () => setAsked({ action, differences: [it] }),
                          }))}
                        />
                      )}
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      {asked && (
        <Resolve
          {...asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setSelected(new Map());
            list.reload();
          }}
        />
      )}
    </>
  );
}
