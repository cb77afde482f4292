// The account console's page "Companies": lists those that are open for the contact, and enters another one.
// The console finds the page through content.json and brings React; its token stays its own, so the list is asked for
// with the browser's login. The page's path is "content/:componentId" to the letter: since 26.1 no other one gets an
// element from the console's router (keycloak/keycloak#41433, mended in 26.8).
import { createElement as h, useEffect, useState } from "react";

const SEARCHABLE = 8;
const environment = JSON.parse(document.getElementById("environment").textContent);

async function fetchJson(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(`${response.status} from ${url}`);
  }
  return response.json();
}

async function load(signal) {
  const { serverBaseUrl, realm, locale, baseUrl } = environment;
  const messages = `${serverBaseUrl}/resources/${encodeURIComponent(realm)}/account/${encodeURIComponent(locale)}`;
  const [texts, companies] = await Promise.all([
    fetchJson(messages, signal),
    fetchJson(new URL("../client-portal/me/companies", baseUrl), signal),
  ]);
  return {
    texts: Object.fromEntries(texts.map(({ key, value }) => [key, value])),
    companies: companies.items,
  };
}

/** The company of this tab: what its login asked for, else the one entered last, as the login decides. */
function current(companies) {
  const asked = /(?:^|\s)organization:(\S+)/.exec(environment.scope)?.[1];
  return (
    companies.find(({ alias }) => alias === asked) ??
    companies
      .filter(({ lastUsedAt }) => lastUsedAt !== null)
      .sort((one, other) => other.lastUsedAt - one.lastUsedAt)[0]
  );
}

function addressOf({ alias }) {
  const address = new URL(location.href);
  address.searchParams.set("scope", `openid organization:${alias}`);
  address.hash = "";
  return address.href;
}

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

function Company({ company, isCurrent, texts }) {
  const name = [
    company.logo
      ? h("img", { key: "logo", className: "cp-company-logo", src: company.logo, alt: "", referrerPolicy: "no-referrer" })
      : h("span", { key: "logo", className: "cp-company-logo", "aria-hidden": true }, [...company.name][0]),
    h("bdi", { key: "name", className: "cp-company-name" }, company.name),
  ];
  return h(
    "li",
    { className: "cp-company" },
    isCurrent
      ? h("span", { className: "cp-company-link", "aria-current": "true" }, ...name, h("span", { className: "cp-company-here" }, texts.clientPortalCompaniesHere))
      : h("a", { className: "cp-company-link", href: addressOf(company) }, ...name),
  );
}

function List({ companies, texts }) {
  const [wanted, setWanted] = useState("");
  const shown = companies.filter(({ name }) => plain(name).includes(plain(wanted.trim())));
  const here = current(companies);
  return [
    companies.length >= SEARCHABLE &&
      h(
        "label",
        { key: "search", className: "cp-company-search" },
        texts.clientPortalCompaniesSearch,
        h("input", {
          type: "search",
          autoComplete: "off",
          spellCheck: false,
          value: wanted,
          onChange: (event) => setWanted(event.target.value),
        }),
      ),
    h("p", { key: "none", role: "status" }, shown.length === 0 ? texts.clientPortalCompaniesNone : ""),
    h(
      "ul",
      { key: "list", className: "cp-companies" },
      shown.map((company) => h(Company, { key: company.id, company, isCurrent: company === here, texts })),
    ),
  ];
}

function Page({ texts, companies }) {
  return h(
    "section",
    { className: "pf-v5-c-page__main-section pf-m-light" },
    h("h1", { className: "pf-v5-c-title pf-m-2xl" }, texts.clientPortalCompanies),
    companies.length === 0
      ? h("p", { role: "status" }, texts.clientPortalCompaniesEmpty)
      : [h("p", { key: "lead" }, texts.clientPortalCompaniesLead), h(List, { key: "all", companies, texts })],
  );
}

/** What fails is thrown while drawing: the console then shows its own page for errors. */
export default function Companies() {
  const [draw, setDraw] = useState(() => () => h("div", { role: "progressbar", "aria-busy": true }));
  useEffect(() => {
    const leaving = new AbortController();
    load(leaving.signal).then(
      (loaded) => setDraw(() => () => h(Page, loaded)),
      (error) => leaving.signal.aborted || setDraw(() => () => { throw error; }),
    );
    return () => leaving.abort();
  }, []);
  return draw();
}
