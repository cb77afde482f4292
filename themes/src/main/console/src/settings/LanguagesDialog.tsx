import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  Alert,
  Button,
  Checkbox,
  Form,
  FormGroup,
  FormSelect,
  FormSelectOption,
  Gallery,
  Modal,
  Spinner,
} from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { refusalOf, useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { Refusal } from "../rest/rest";
import { isSame, OURS, readLanguages, saveLanguages, type RealmLanguages } from "./realmLanguages";
import { byName, useLanguageName } from "./useLanguageName";

const FORM = "client-portal-languages";

/** Chooses the realm's languages. What is there is read when it opens, and again before anything is saved. */
export const LanguagesDialog = ({ onClose, onDone }: { onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest, realm } = usePortal();
  const there = useLoad(() => readLanguages(rest), [realm]);
  const [chosen, setChosen] = useState<RealmLanguages>();
  const [conflict, setConflict] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const wanted = chosen ?? there.value;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!wanted || !there.value) return;
    setBusy(true);
    setRefusal(undefined);
    setConflict(false);
    try {
      if (!isSame(await readLanguages(rest), there.value)) {
        setChosen(undefined);
        setConflict(true);
        there.reload();
        return;
      }
      await saveLanguages(rest, wanted);
      addAlert(t("clientPortalAdminLanguagesDone"));
      onDone();
      onClose();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="medium"
      title={t("clientPortalAdminLanguagesChange")}
      description={t("clientPortalAdminLanguagesChangeText")}
      onClose={onClose}
      actions={[
        <Button
          key="save"
          type="submit"
          form={FORM}
          data-testid="languages-save"
          isLoading={busy}
          isDisabled={busy || !chosen?.spoken.length}
        >
          {t("save")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <RefusalAlert refusal={refusal ?? there.refusal} onRetry={there.refusal && there.reload} />
      {conflict && (
        <Alert
          isInline
          isLiveRegion
          variant="warning"
          component="p"
          className="pf-v5-u-mb-md"
          title={t("clientPortalAdminLanguagesConflict")}
          data-testid="languages-conflict"
        />
      )}
      {!wanted && !there.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {wanted && (
        <Form id={FORM} onSubmit={save}>
          <Choice wanted={wanted} onChange={setChosen} />
        </Form>
      )}
    </Modal>
  );
};

const Choice = ({ wanted, onChange }: { wanted: RealmLanguages; onChange: (wanted: RealmLanguages) => void }) => {
  const { t } = useTranslation();
  const { themeLanguages } = usePortal();
  const nameOf = useLanguageName();
  const { spoken, standard } = wanted;
  const others = [...new Set([...themeLanguages, ...spoken])].filter((tag) => !OURS.includes(tag));

  const choose = (tag: string, checked: boolean) => {
    const now = checked ? [...spoken, tag].sort() : spoken.filter((it) => it !== tag);
    onChange({ spoken: now, standard: now.includes(standard) ? standard : (now[0] ?? "") });
  };
  const group = (label: string, tags: string[]) => (
    <FormGroup role="group" label={t(label)} fieldId={`${FORM}-${label}`}>
      <Gallery minWidths={{ default: "10rem" }}>
        {byName(tags, nameOf).map((tag) => (
          <Checkbox
            key={tag}
            id={`${FORM}-${tag}`}
            data-testid={`speak-${tag}`}
            label={nameOf(tag)}
            isChecked={spoken.includes(tag)}
            onChange={(_, checked) => choose(tag, checked)}
          />
        ))}
      </Gallery>
    </FormGroup>
  );

  return (
    <>
      <FormGroup label={t("clientPortalAdminLanguagesDefault")} fieldId={`${FORM}-default`}>
        <FormSelect
          id={`${FORM}-default`}
          data-testid="languages-default"
          value={standard}
          isDisabled={!spoken.length}
          onChange={(_, tag) => onChange({ spoken, standard: tag })}
        >
          {byName(spoken, nameOf).map((tag) => (
            <FormSelectOption key={tag} value={tag} label={nameOf(tag)} />
          ))}
        </FormSelect>
      </FormGroup>
      {group("clientPortalAdminLanguagesOurs", OURS)}
      {group("clientPortalAdminLanguagesEnglish", others)}
    </>
  );
};
