import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr, type TdProps, type ThProps } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Act } from "./Ask";

type Props<T> = {
  /** What the rows are. */
  label: string;
  rows?: T[];
  keyOf: (row: T) => string | number | undefined;
  columns: { label: string; cell: (row: T) => ReactNode; width?: ThProps["width"]; modifier?: TdProps["modifier"] }[];
  /** What may be done about a row; where nothing may be done about any, there is no menu. */
  menu?: { nameOf: (row: T) => string; acts: (row: T) => Act[]; onChoose: (act: Act) => void };
  className?: string;
  id?: string;
};

/** Rows with a heading for each column, which on a phone stands beside each value. */
export const ListTable = <T,>({ label, rows = [], keyOf, columns, menu, className, id }: Props<T>) => {
  const { t } = useTranslation();
  const acts = rows.map((row) => menu?.acts(row) ?? []);
  const hasMenu = acts.some((it) => it.length);
  return (
    <Table variant="compact" aria-label={label} className={className} data-testid={id}>
      <Thead>
        <Tr>
          {columns.map((column) => (
            <Th key={column.label} width={column.width}>
              {column.label}
            </Th>
          ))}
          {hasMenu && <Th screenReaderText={t("clientPortalAdminActions")} />}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row, i) => (
          <Tr key={keyOf(row)} data-testid={id && `${id}-${keyOf(row)}`}>
            {columns.map((column) => (
              <Td key={column.label} dataLabel={column.label} modifier={column.modifier}>
                {column.cell(row)}
              </Td>
            ))}
            {menu && hasMenu && (
              <Td isActionCell>
                {acts[i].length > 0 && (
                  <ActionsColumn
                    aria-label={t("clientPortalAdminActionsOf", { name: menu.nameOf(row) })}
                    items={acts[i].map((act) => ({ title: act.name, onClick: () => menu.onChoose(act) }))}
                  />
                )}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
