import i18next from "i18next";
import FetchBackend from "i18next-fetch-backend";
import { initReactI18next } from "react-i18next";
import { environment } from "./environment";

type Message = { key: string; value: string };

/** Texts come from the server, with what a realm overrides; a namespace is the name of the realm that is looked at. */
export async function startMessages(): Promise<void> {
  await i18next
    .use(FetchBackend)
    .use(initReactI18next)
    .init({
      fallbackLng: "en",
      nsSeparator: false,
      ns: [environment.realm],
      defaultNS: environment.realm,
      interpolation: { escapeValue: false },
      backend: {
        loadPath: `${environment.serverBaseUrl}/resources/{{ns}}/admin/{{lng}}`,
        parse: (data: string) =>
          Object.fromEntries((JSON.parse(data) as Message[]).map(({ key, value }) => [key, value])),
      },
    });
}
