import {
  Button,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Grid,
  MultipleFileUpload,
  MultipleFileUploadMain,
  PageSection,
  Progress,
  Text,
  TextContent,
  Title,
} from "@patternfly/react-core";
import { DownloadIcon, UploadIcon } from "@patternfly/react-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import { refusalOf } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import type { Import, Refusal } from "../rest/rest";
import { ConnectorsRefusal } from "./ConnectorsRefusal";
import type { ConnectorsAt } from "./useConnectors";

const ENDINGS = [".csv", ".tsv", ".txt"];
const CHARSETS = ["utf-8", "utf-16", "windows-1252", "windows-1257", "iso-8859-1", "iso-8859-13", "iso-8859-15"];
const DELIMITERS = {
  comma: "clientPortalAdminComma",
  semicolon: "clientPortalAdminSemicolon",
  tab: "clientPortalAdminTab",
};

/** Takes a file, and shows its plan: nothing is done before that was looked at. */
export const Upload = ({ connectors: { rest, url } }: { connectors: ConnectorsAt }) => {
  const { t } = useTranslation();
  const { realm } = usePortal();
  const navigate = useNavigate();
  const [charset, setCharset] = useState("");
  const [delimiter, setDelimiter] = useState("");
  const [sent, setSent] = useState<number>();
  const [refusal, setRefusal] = useState<Refusal>();
  const leaving = useRef(new AbortController());

  useEffect(() => {
    const now = new AbortController();
    leaving.current = now;
    return () => now.abort();
  }, []);

  const send = async (file?: File) => {
    if (!file) return;
    setRefusal(undefined);
    setSent(0);
    try {
      const { signal } = leaving.current;
      const query = { name: file.name, charset, delimiter };
      const made = await rest.upload<Import>("imports", query, file, setSent, signal);
      navigate(to.import(realm, made.id));
    } catch (error) {
      setRefusal(() => refusalOf(error));
      setSent(undefined);
    }
  };
  const template = () => rest.download("imports/template.csv").catch((error) => setRefusal(() => refusalOf(error)));

  return (
    <PageSection variant="light">
      <TextContent className="pf-v5-u-mb-md">
        <Title headingLevel="h2">{t("clientPortalAdminImportNew")}</Title>
        <Text component="p">{t("clientPortalAdminImportNewText")}</Text>
      </TextContent>
      <ConnectorsRefusal refusal={refusal} url={url} />
      <Button
        variant="link"
        isInline
        icon={<DownloadIcon />}
        data-testid="import-template"
        className="pf-v5-u-mb-md"
        onClick={template}
      >
        {t("clientPortalAdminImportTemplate")}
      </Button>
      {sent === undefined ? (
        <MultipleFileUpload
          data-testid="import-drop"
          onFileDrop={(_, files) => send(files[0])}
          dropzoneProps={{ accept: { "text/csv": ENDINGS }, multiple: false }}
        >
          <MultipleFileUploadMain
            titleIcon={<UploadIcon />}
            titleText={t("clientPortalAdminImportDrop")}
            titleTextSeparator={t("clientPortalAdminImportOr")}
            browseButtonText={t("clientPortalAdminImportChoose")}
            infoText={t("clientPortalAdminImportKinds")}
          />
        </MultipleFileUpload>
      ) : (
        <Progress
          data-testid="import-sending"
          aria-label={t("clientPortalAdminImportUploading")}
          title={t(sent < 1 ? "clientPortalAdminImportUploading" : "clientPortalAdminImportPlanning")}
          value={Math.floor(100 * sent)}
        />
      )}
      <Form className="pf-v5-u-mt-md" onSubmit={(event) => event.preventDefault()}>
        <Grid hasGutter md={6}>
          <FormGroup label={t("clientPortalAdminImportCharset")} fieldId="import-charset">
            <FormSelect id="import-charset" value={charset} onChange={(_, value) => setCharset(value)}>
              <FormSelectOption value="" label={t("clientPortalAdminImportAsInFile")} />
              {CHARSETS.map((name) => (
                <FormSelectOption key={name} value={name} label={name} />
              ))}
            </FormSelect>
          </FormGroup>
          <FormGroup label={t("clientPortalAdminImportDelimiter")} fieldId="import-delimiter">
            <FormSelect id="import-delimiter" value={delimiter} onChange={(_, value) => setDelimiter(value)}>
              <FormSelectOption value="" label={t("clientPortalAdminImportAsInFile")} />
              {Object.entries(DELIMITERS).map(([value, label]) => (
                <FormSelectOption key={value} value={value} label={t(label)} />
              ))}
            </FormSelect>
          </FormGroup>
        </Grid>
        <TextContent>
          <Text component="small">{t("clientPortalAdminImportFirst")}</Text>
        </TextContent>
      </Form>
    </PageSection>
  );
};
