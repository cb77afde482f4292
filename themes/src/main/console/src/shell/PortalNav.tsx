import { useAccess, useRealm } from "@keycloak/keycloak-admin-ui";
import { NavGroup } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router-dom";
import { sections } from "./routes";

const NAVIGATION = ".keycloak__page_nav__nav nav";

/** Our entries in the console's navigation, which has no place for those of others: they are hung into it. */
export const PortalNav = () => {
  const { t } = useTranslation();
  const { hasAccess, hasSomeAccess } = useAccess();
  const { realm, realmRepresentation } = useRealm();
  const [place, setPlace] = useState<Element | null>(null);

  // It is there from the first drawing on, and is another one after the frame was drawn anew.
  useEffect(() => {
    const found = document.querySelector(NAVIGATION);
    if (found !== place) setPlace(found);
  });

  const open = sections.filter(({ access, some }) => hasAccess(...access) && (!some || hasSomeAccess(...some)));
  if (!place || !realmRepresentation.organizationsEnabled || open.length === 0) return null;
  return createPortal(
    <NavGroup title={t("clientPortalAdmin")} data-testid="nav-client-portal">
      {open.map(({ path, title }) => (
        <li key={path}>
          <NavLink
            data-testid={`nav-item-${path}`}
            to={`/${encodeURIComponent(realm)}/client-portal/${path}`}
            className={({ isActive }) => `pf-v5-c-nav__link${isActive ? " pf-m-current" : ""}`}
          >
            {t(title)}
          </NavLink>
        </li>
      ))}
    </NavGroup>,
    place,
  );
};
