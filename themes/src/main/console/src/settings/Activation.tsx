import {
  Alert,
  Button,
  Flex,
  Label,
  List,
  ListItem,
  PageSection,
  Progress,
  Spinner,
  Title,
} from "@patternfly/react-core";
import { CheckCircleIcon, ExclamationCircleIcon, QuestionCircleIcon } from "@patternfly/react-icons";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { activateFirm, deactivateFirm } from "../parts/firmActs";
import { LookFailed } from "../parts/LookFailed";
import { clientAddress, portalAddress } from "../parts/PortalAddress";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useLoad } from "../parts/useLoad";
import { useWatch } from "../parts/useWatch";
import { usePortal } from "../portal";
import { Refusal, type Closing, type Firm } from "../rest/rest";
import { checksOf } from "./checks";
import { goTo } from "./Field";

/** The application in which staff look at the portal before contacts do. */
export const STAFF_CLIENT = "portal-staff";

/** Whether the firm's portal is open; what it lacks, and where that is set. */
export const Activation = ({ firm, onDone }: { firm: Firm; onDone: () => void }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const [act, setAct] = useState<Act>();
  const checks = useLoad(() => checksOf(portal, firm), [portal.realm, firm]);
  const { organizations, mailServer, link } = checks.value ?? {};
  const isReady = !!firm.version && !!firm.domain && !!organizations;
  const at = (place: string) => `/${encodeURIComponent(portal.realm)}/${place}`;

  return (
    <PageSection variant="light" data-testid="activation">
      {!firm.version && (
        <Alert isInline variant="info" component="p" title={t("clientPortalAdminBegin")} className="pf-v5-u-mb-md">
          {t("clientPortalAdminBeginText")}
        </Alert>
      )}
      <Title headingLevel="h2" className="pf-v5-u-mb-md">
        {t("clientPortalAdminActivation")}{" "}
        <Label color={firm.active ? "green" : "grey"} data-testid="firm-state">
          {t(firm.active ? "clientPortalAdminActive" : "clientPortalAdminInactive")}
        </Label>
      </Title>
      <RefusalAlert refusal={checks.refusal} onRetry={checks.reload} />
      {!checks.value && !checks.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {checks.value && (
        <List isPlain className="client-portal-checklist pf-v5-u-mb-md" data-testid="checklist">
          <Item name={t("clientPortalAdminCheckSaved")} done={!!firm.version}>
            <Fill field="domain" />
          </Item>
          <Item name={t("clientPortalAdminCheckDomain")} done={!!firm.domain}>
            <Fill field="domain" />
          </Item>
          <Item name={t("clientPortalAdminCheckOrganizations")} done={organizations}>
            <Link to={at("realm-settings")}>{t("realmSettings")}</Link>
          </Item>
          <Item name={t("clientPortalAdminCheckMailServer")} done={mailServer}>
            <Link to={at("realm-settings/email")}>{t("clientPortalAdminCheckEmail")}</Link>
          </Item>
          <Item name={t("clientPortalAdminCheckLink")} done={link}>
            <Link to={at("authentication")}>{t("authentication")}</Link>
          </Item>
        </List>
      )}
      <Flex>
        {portal.may.settings && (
          <Button
            data-testid="firm-switch"
            variant={firm.active ? "secondary" : "primary"}
            isDanger={firm.active}
            isDisabled={!firm.active && !isReady}
            onClick={() => setAct(firm.active ? deactivateFirm(portal, t) : activateFirm(portal, t))}
          >
            {t(firm.active ? "clientPortalAdminDeactivate" : "clientPortalAdminActivate")}
          </Button>
        )}
        <Previews firm={firm} />
      </Flex>
      {!firm.active && !!firm.version && <Ending key={firm.version} />}
      <Ask act={act} onClose={() => setAct(undefined)} onDone={onDone} />
    </PageSection>
  );
};

const Item = ({ name, done, children }: { name: string; done?: boolean; children: ReactNode }) => {
  const { t } = useTranslation();
  const [icon, color, state] =
    done === undefined
      ? [<QuestionCircleIcon />, "grey" as const, t("clientPortalAdminCheckUnknown")]
      : done
        ? [<CheckCircleIcon />, "green" as const, t("clientPortalAdminCheckDone")]
        : [<ExclamationCircleIcon />, "orange" as const, t("clientPortalAdminCheckMissing")];
  return (
    <ListItem>
      <Label icon={icon} color={color}>
        {state}
      </Label>{" "}
      {name} {done === false && children}
    </ListItem>
  );
};

const Fill = ({ field }: { field: string }) => {
  const { t } = useTranslation();
  const { may } = usePortal();
  if (!may.settings) return null;
  return (
    <Button variant="link" isInline onClick={() => goTo(field)}>
      {t("clientPortalAdminDomain")}
    </Button>
  );
};

/** Where one sees what contacts will see. */
const Previews = ({ firm }: { firm: Firm }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const { value } = useLoad(async () => {
    const staff = await clientAddress(portal, STAFF_CLIENT);
    return { home: staff && `${staff}preview`, login: await portalAddress(portal) };
  }, [portal.realm, firm]);
  return (
    <>
      {value?.home && <Preview to={value.home} name={t("clientPortalAdminPreviewHome")} />}
      {firm.active && value?.login && <Preview to={value.login} name={t("clientPortalAdminPreviewLogin")} />}
    </>
  );
};

const Preview = ({ to, name }: { to: string; name: string }) => (
  <Button variant="link" component="a" href={to} target="_blank" rel="noreferrer">
    {name}
  </Button>
);

/** How many sessions are ended after the portal was closed, until all are. */
const Ending = () => {
  const { t } = useTranslation();
  const { rest, realm } = usePortal();
  const watched = useWatch(
    async () => {
      try {
        return await rest.get<Closing>("firm/closing");
      } catch (error) {
        // It was never closed.
        if (error instanceof Refusal && error.problem.status === 404) return undefined;
        throw error;
      }
    },
    (closing) => !!closing && !closing.finishedAt,
    [realm],
  );
  const { value } = watched;
  if (!value) return null;
  const { done = 0, contacts = 0 } = value;
  return (
    <>
      <LookFailed watched={watched} />
      <Progress
        className="pf-v5-u-mt-md"
        data-testid="closing"
        size="sm"
        title={t(value.finishedAt ? "clientPortalAdminClosingDone" : "clientPortalAdminClosing", { done, contacts })}
        value={value.finishedAt || !contacts ? 100 : (100 * done) / contacts}
        variant={value.finishedAt ? "success" : undefined}
      />
    </>
  );
};
