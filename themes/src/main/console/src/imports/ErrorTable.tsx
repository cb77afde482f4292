import { Button } from "@patternfly/react-core";
import { ExclamationCircleIcon } from "@patternfly/react-icons";
import { InnerScrollContainer, OuterScrollContainer, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { Section } from "../parts/Section";
import { useLoad } from "../parts/useLoad";
import type { ErrorRows, Import } from "../rest/rest";
import type { ConnectorsAt } from "./useConnectors";

type Item = ErrorRows["items"][0];

/** The rows of the file that were not done, with what is wrong at its cell. */
export const ErrorTable = ({
  connectors: { rest },
  of,
  onDownload,
}: {
  connectors: ConnectorsAt;
  of: Import;
  onDownload: () => void;
}) => {
  const { t } = useTranslation();
  const failed = (of.job?.failed ?? 0) + (of.job?.setAside ?? 0) + (of.job?.cancelled ?? 0);
  const { value, refusal, reload } = useLoad(
    () => rest.get<ErrorRows>(`imports/${of.id}/rows`),
    [of.id, of.plan?.hash, failed],
  );
  if (refusal) return <RefusalAlert refusal={refusal} onRetry={reload} />;
  if (!value?.items.length) return null;
  // Those where something is wrong first: a file may have more columns than a screen.
  const wrong = new Set(value.items.flatMap(({ errors }) => errors.map(({ column }) => column)));
  const columns = value.columns
    .map((name, place) => ({ name, place }))
    .sort((a, b) => Number(wrong.has(b.name)) - Number(wrong.has(a.name)) || a.place - b.place);
  return (
    <Section id="import-errors" title={t("clientPortalAdminImportErrors")} text={t("clientPortalAdminImportErrorsText")}>
      <Button variant="secondary" data-testid="import-error-file" className="pf-v5-u-mb-md" onClick={onDownload}>
        {t("clientPortalAdminImportErrorFile")}
      </Button>
      <OuterScrollContainer>
        <InnerScrollContainer tabIndex={0} role="region" aria-label={t("clientPortalAdminImportErrors")}>
          <Table variant="compact" aria-label={t("clientPortalAdminImportErrors")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminImportLine")}</Th>
                <Th>{t("clientPortalAdminImportWrong")}</Th>
                {columns.map(({ name, place }) => (
                  <Th key={place}>{name}</Th>
                ))}
              </Tr>
            </Thead>
            <Tbody>
              {value.items.map((item) => (
                <Tr key={item.line}>
                  <Td dataLabel={t("clientPortalAdminImportLine")}>{item.line}</Td>
                  <Td dataLabel={t("clientPortalAdminImportWrong")} className="client-portal-reasons">
                    {item.errors.map((error, place) => (
                      <p key={place}>
                        {error.column && <strong>{error.column}: </strong>}
                        {error.detail} {error.hint}
                      </p>
                    ))}
                  </Td>
                  {columns.map(({ name, place }) => (
                    <Cell key={place} item={item} column={name} text={item.cells[place] ?? ""} />
                  ))}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </InnerScrollContainer>
      </OuterScrollContainer>
    </Section>
  );
};

const Cell = ({ item, column, text }: { item: Item; column: string; text: string }) => {
  const { t } = useTranslation();
  if (!item.errors.some((error) => error.column === column)) {
    return <Td dataLabel={column}>{text}</Td>;
  }
  return (
    <Td dataLabel={column} className="client-portal-wrong" data-testid="wrong">
      <ExclamationCircleIcon color="var(--pf-v5-global--danger-color--100)" />{" "}
      <span className="pf-v5-u-screen-reader">{t("clientPortalAdminImportWrong")}</span>
      {text || t("clientPortalAdminImportNothing")}
    </Td>
  );
};
