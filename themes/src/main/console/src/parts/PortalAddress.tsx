import {
  ClipboardCopy,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { usePortal, type Portal } from "../portal";
import { Refusal, type Firm, type Rest } from "../rest/rest";
import { useLoad } from "./useLoad";

type Client = {
  rootUrl?: string;
  baseUrl?: string;
  authenticationFlowBindingOverrides?: { browser?: string };
};

/** Where contacts find the portal, to be handed on. Not for those who may not read the firm's settings. */
export const PortalAddress = () => {
  const { t } = useTranslation();
  const portal = usePortal();
  const { value } = useLoad(async () => (portal.may.firm ? await portalAddress(portal) : undefined), [portal.realm]);
  if (!value) return null;
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{t("clientPortalAdminAddress")}</DescriptionListTerm>
      <DescriptionListDescription>
        <ClipboardCopy
          isReadOnly
          data-testid="portal-address"
          textAriaLabel={t("clientPortalAdminAddress")}
          hoverTip={t("clientPortalAdminCopy")}
          clickTip={t("clientPortalAdminCopied")}
        >
          {value}
        </ClipboardCopy>
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
};

/** The address of the application that contacts land in; the firm's domain, where that is not known. */
export async function portalAddress(portal: Portal): Promise<string | undefined> {
  const firm = await portal.rest.get<Firm>("firm");
  const address = firm.portalClientId ? await clientAddress(portal, firm.portalClientId) : undefined;
  return address ?? (firm.domain && `https://${firm.domain}/`);
}

/** Where a client of the realm begins, as far as the admin may know. */
export async function clientAddress({ rest, serverUrl }: Portal, clientId: string): Promise<string | undefined> {
  const client = await clientOf(rest, clientId);
  const root = (client?.rootUrl ?? "").replace("${authBaseUrl}", serverUrl).replace(/\/$/, "");
  const base = client?.baseUrl ?? "/";
  const address = base.startsWith("/") ? root + base : base;
  return /^https?:/.test(address) ? address : undefined;
}

export async function clientOf(rest: Rest, clientId: string): Promise<Client | undefined> {
  try {
    return (await rest.keycloak<Client[]>(`clients?clientId=${encodeURIComponent(clientId)}`))[0];
  } catch (error) {
    // Not everybody may look at clients.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
