import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  ActionGroup,
  Button,
  ExpandableSection,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  PageSection,
  Spinner,
  TextArea,
  TextInput,
  Title,
} from "@patternfly/react-core";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { refusalOf, useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { FirmText, MailSample, Refusal } from "../rest/rest";
import { MailPreview } from "./MailPreview";
import { Preview } from "./Preview";

type Kind = MailSample["template"];

const KINDS: [Kind, string][] = [
  ["task_assigned", "clientPortalAdminKindTask"],
  ["reminder", "clientPortalAdminKindReminder"],
  ["document", "clientPortalAdminKindDocument"],
  ["custom", "clientPortalAdminKindCustom"],
];

const FIELDS = "{{firstName}}, {{lastName}}, {{company}}, {{firm}}, {{title}}";

type OnChange = (kind: string, isChanged: boolean) => void;

/** The firm's own words for mails that other systems ask for: each kind is saved by itself. */
export const MailWords = ({ onChange }: { onChange: OnChange }) => {
  const { t } = useTranslation();
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0">
      <Title headingLevel="h2" className="pf-v5-u-mb-md">
        {t("clientPortalAdminOtherMails")}
      </Title>
      {KINDS.map(([kind, name]) => (
        <WordsOf key={kind} kind={kind} name={t(name)} onChange={onChange} />
      ))}
    </PageSection>
  );
};

const WordsOf = ({ kind, name, onChange }: { kind: Kind; name: string; onChange: OnChange }) => {
  const { t } = useTranslation();
  const { rest, realm } = usePortal();
  const [open, setOpen] = useState(false);
  const read = useLoad(() => rest.get<FirmText>(`firm/texts/${kind}`), [realm, kind]);
  return (
    <ExpandableSection
      toggleText={name}
      data-testid={`words-${kind}`}
      isExpanded={open}
      onToggle={(_, expanded) => setOpen(expanded)}
    >
      <RefusalAlert refusal={read.refusal} onRetry={read.reload} />
      {read.value && <Words kind={kind} read={read.value} onChange={onChange} />}
      {!read.value && !read.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
    </ExpandableSection>
  );
};

const Words = ({ kind, read, onChange }: { kind: Kind; read: FirmText; onChange: OnChange }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest, may } = usePortal();
  const [saved, setSaved] = useState(read);
  const [words, setWords] = useState(read);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const isChanged = (["subject", "text"] as const).some((name) => (words[name] ?? "") !== (saved[name] ?? ""));
  useEffect(() => onChange(kind, isChanged), [kind, isChanged]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      const now = await rest.put<FirmText>(`firm/texts/${kind}`, words);
      setSaved(now);
      setWords(now);
      addAlert(t("clientPortalAdminWordsDone"));
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const field = (name: "subject" | "text") => ({
    id: `words-${kind}-${name}`,
    "data-testid": `words-${kind}-${name}`,
    "aria-describedby": `words-${kind}-${name}-help`,
    validated: refusal?.problem.field === name ? ("error" as const) : ("default" as const),
    readOnlyVariant: may.settings ? undefined : ("default" as const),
    value: words[name] ?? "",
    onChange: (_: unknown, value: string) => setWords({ ...words, [name]: value }),
  });
  const help = (name: "subject" | "text", text?: string) => (
    <FormHelperText>
      <HelperText id={`words-${kind}-${name}-help`}>
        {refusal?.problem.field === name && <HelperTextItem variant="error">{refusal.problem.detail}</HelperTextItem>}
        {text && <HelperTextItem>{text}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );

  return (
    <Form isHorizontal className="client-portal-form" onSubmit={save}>
      <RefusalAlert refusal={refusal} />
      <FormGroup label={t("clientPortalAdminSubject")} fieldId={`words-${kind}-subject`}>
        <TextInput {...field("subject")} maxLength={255} autoComplete="off" />
        {help("subject")}
      </FormGroup>
      <FormGroup label={t("clientPortalAdminText")} fieldId={`words-${kind}-text`}>
        <TextArea {...field("text")} maxLength={4000} rows={6} resizeOrientation="vertical" />
        {help("text", t("clientPortalAdminWordsHelp", { fields: FIELDS }))}
      </FormGroup>
      <Preview id={`preview-${kind}`}>
        <MailPreview template={kind} words={words} />
      </Preview>
      {may.settings && (
        <ActionGroup>
          <Button
            type="submit"
            variant="secondary"
            data-testid={`words-${kind}-save`}
            isLoading={busy}
            isDisabled={busy || !isChanged}
          >
            {t("save")}
          </Button>
          <Button
            variant="link"
            data-testid={`words-${kind}-revert`}
            isDisabled={!isChanged}
            onClick={() => setWords(saved)}
          >
            {t("revert")}
          </Button>
        </ActionGroup>
      )}
    </Form>
  );
};
