import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Flex, FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Ask, type Act } from "../parts/Ask";
import { RefusalAlert } from "../parts/RefusalAlert";
import { refusalOf, useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { Refusal } from "../rest/rest";

type Props = {
  kind: "logo" | "icon";
  label: string;
  /** Changes with the picture; nothing where there is none. */
  tag?: string;
  onChange: () => void;
};

/** A picture of the firm. It is saved and removed at once, apart from the form around it. */
export const Picture = ({ kind, label, tag, onChange }: Props) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest, realm, may } = usePortal();
  const [act, setAct] = useState<Act>();
  const [refusal, setRefusal] = useState<Refusal>();
  const input = useRef<HTMLInputElement>(null);
  const url = useAddress(useLoad(async () => (tag ? await rest.picture(`firm/${kind}`) : undefined), [realm, tag]).value);

  const upload = async (file: File) => {
    setRefusal(undefined);
    try {
      await rest.put(`firm/${kind}`, file);
      addAlert(t("clientPortalAdminPictureDone"));
      onChange();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    }
  };
  const remove: Act = {
    name: t("remove"),
    title: t("clientPortalAdminPictureRemoveTitle", { picture: label }),
    consequence: t("clientPortalAdminPictureRemoveText"),
    done: t("clientPortalAdminPictureRemoveDone"),
    danger: true,
    run: () => rest.delete(`firm/${kind}`),
  };

  return (
    <FormGroup role="group" label={label} fieldId={`firm-${kind}`}>
      <RefusalAlert refusal={refusal} onClose={() => setRefusal(undefined)} />
      <Flex alignItems={{ default: "alignItemsCenter" }}>
        {url ? <img src={url} alt={label} className="client-portal-picture" data-testid={`${kind}-picture`} /> : "–"}
        {may.settings && (
          <>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={label}
              data-testid={`${kind}-file`}
              accept="image/png,image/jpeg,image/gif,image/webp"
              onChange={({ target }) => {
                if (target.files?.[0]) void upload(target.files[0]);
                target.value = "";
              }}
            />
            <Button
              variant="secondary"
              aria-label={t("clientPortalAdminPictureChooseFor", { picture: label })}
              onClick={() => input.current?.click()}
            >
              {t("clientPortalAdminPictureChoose")}
            </Button>
            {tag && (
              <Button variant="link" data-testid={`${kind}-remove`} onClick={() => setAct(remove)}>
                {t("remove")}
              </Button>
            )}
          </>
        )}
      </Flex>
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{t("clientPortalAdminPictureHelp")}</HelperTextItem>
        </HelperText>
      </FormHelperText>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={onChange} />
    </FormGroup>
  );
};

/** An address under which the browser has what was read with a token. */
function useAddress(content?: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!content) return setUrl(undefined);
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url;
}
