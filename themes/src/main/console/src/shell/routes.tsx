import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { routes } from "@keycloak/keycloak-admin-ui";
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { RouteObject } from "react-router-dom";
import { needs } from "./access";
import { PortalPage } from "./PortalPage";

const CompaniesPage = lazy(() => import("../pages/CompaniesPage"));
const CompanyPage = lazy(() => import("../pages/CompanyPage"));
const ContactPage = lazy(() => import("../pages/ContactPage"));
const ContactsPage = lazy(() => import("../pages/ContactsPage"));
const OpeningPage = lazy(() => import("../pages/OpeningPage"));
const OpeningsPage = lazy(() => import("../pages/OpeningsPage"));
const MailsPage = lazy(() => import("../pages/MailsPage"));
const SettingsPage = lazy(() => import("../pages/SettingsPage"));

type Section = { path: string; title: string; access: AccessType[] };

/** What the navigation shows. */
export const sections: Section[] = [
  { path: "companies", title: "clientPortalAdminCompanies", access: needs.companies },
  { path: "contacts", title: "clientPortalAdminContacts", access: needs.contacts },
  { path: "mails", title: "clientPortalAdminMails", access: needs.mails },
  { path: "settings", title: "clientPortalAdminSettings", access: needs.settings },
];

/**
 * The console's pages and ours. Its bread crumbs are made from its own list of routes, so ours go into that list: in
 * front, because the last of them takes every address.
 */
export function allRoutes(): RouteObject[] {
  routes.unshift(
    page("companies", CompaniesPage, needs.companies, "clientPortalAdminCompanies"),
    page("companies/:company", CompanyPage, needs.companies, "clientPortalAdminCompany"),
    page("companies/:company/contacts/:user", ContactPage, needs.contacts, "clientPortalAdminContact"),
    page("openings", OpeningsPage, needs.companies, "clientPortalAdminOpenings"),
    page("openings/:opening", OpeningPage, needs.companies, "clientPortalAdminOpening"),
    page("contacts", ContactsPage, needs.contacts, "clientPortalAdminContacts"),
    page("mails", MailsPage, needs.mails, "clientPortalAdminMails"),
    page("settings", SettingsPage, needs.settings, "clientPortalAdminSettings"),
  );
  return routes;
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
