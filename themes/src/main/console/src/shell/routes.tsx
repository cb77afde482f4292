import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { routes } from "@keycloak/keycloak-admin-ui";
import { lazy, type ComponentType, type LazyExoticComponent, type ReactElement } from "react";
import type { RouteObject } from "react-router-dom";
import { mailRoles, needs } from "./access";
import { CompanyLink, ContactsLink } from "./LinksToOurs";
import { PortalPage } from "./PortalPage";

const CompaniesPage = lazy(() => import("../pages/CompaniesPage"));
const CompanyPage = lazy(() => import("../pages/CompanyPage"));
const ContactPage = lazy(() => import("../pages/ContactPage"));
const ContactsPage = lazy(() => import("../pages/ContactsPage"));
const OpeningPage = lazy(() => import("../pages/OpeningPage"));
const OpeningsPage = lazy(() => import("../pages/OpeningsPage"));
const ImportPage = lazy(() => import("../pages/ImportPage"));
const ImportsPage = lazy(() => import("../pages/ImportsPage"));
const InvitationsPage = lazy(() => import("../pages/InvitationsPage"));
const DifferencesPage = lazy(() => import("../pages/DifferencesPage"));
const MailsPage = lazy(() => import("../pages/MailsPage"));
const SettingsPage = lazy(() => import("../pages/SettingsPage"));

type Section = {
  path: string;
  title: string;
  access: AccessType[];
  /** One of these besides. */
  some?: AccessType[];
};

/** What the navigation shows. */
export const sections: Section[] = [
  { path: "companies", title: "clientPortalAdminCompanies", access: needs.companies },
  { path: "contacts", title: "clientPortalAdminContacts", access: needs.contacts },
  { path: "invitations", title: "clientPortalAdminInvitations", access: needs.contacts },
  { path: "imports", title: "clientPortalAdminImports", access: needs.imports, some: mailRoles },
  { path: "differences", title: "clientPortalAdminDifferences", access: needs.contacts },
  { path: "mails", title: "clientPortalAdminMails", access: needs.mails },
  { path: "settings", title: "clientPortalAdminSettings", access: needs.settings },
];

/**
 * The console's pages and ours. Its bread crumbs are made from its own list of routes, so ours go into that list: in
 * front, because the last of them takes every address.
 */
export function allRoutes(): RouteObject[] {
  withLink("/:realm/organizations/:id/:tab/*", <CompanyLink />);
  withLink("/:realm/users/:id/:tab", <ContactsLink />);
  routes.unshift(
    page("companies", CompaniesPage, needs.companies, "clientPortalAdminCompanies"),
    page("companies/:company", CompanyPage, needs.companies, "clientPortalAdminCompany"),
    page("companies/:company/contacts/:user", ContactPage, needs.contacts, "clientPortalAdminContact"),
    page("openings", OpeningsPage, needs.companies, "clientPortalAdminOpenings"),
    page("openings/:opening", OpeningPage, needs.companies, "clientPortalAdminOpening"),
    page("contacts", ContactsPage, needs.contacts, "clientPortalAdminContacts"),
    page("invitations", InvitationsPage, needs.contacts, "clientPortalAdminInvitations"),
    page("imports", ImportsPage, needs.imports, "clientPortalAdminImports"),
    page("imports/:id", ImportPage, needs.imports, "clientPortalAdminImport"),
    page("differences", DifferencesPage, needs.contacts, "clientPortalAdminDifferences"),
    page("mails", MailsPage, needs.mails, "clientPortalAdminMails"),
    page("settings", SettingsPage, needs.settings, "clientPortalAdminSettings"),
  );
  return routes;
}

/** Puts the way to our page above one of the console's own. */
function withLink(path: string, link: ReactElement): void {
  const own = routes.find((route) => route.path === path);
  if (!own) throw new Error(`The console has no page ${path} any more`);
  own.element = (
    <>
      <PortalPage>{link}</PortalPage>
      {own.element}
    </>
  );
}

function page(
  path: string,
  Page: LazyExoticComponent<ComponentType>,
  access: AccessType[],
  title: string,
): (typeof routes)[0] {
  return {
    path: `/:realm/client-portal/${path}`,
    element: (
      <PortalPage>
        <Page />
      </PortalPage>
    ),
    handle: { access, breadcrumb: (t) => t(title) },
  };
}
