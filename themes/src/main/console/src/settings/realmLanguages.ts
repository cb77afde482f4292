import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation";
import type { Rest } from "../rest/rest";

/** Tags of the languages that our login pages, our mails and the portal speak. */
export const OURS = ["en", "et", "de", "nl"];

const NO_OTHER = "en";

/** Languages of the realm, by their tags. */
export type RealmLanguages = { spoken: string[]; standard: string };

export async function readLanguages(rest: Rest): Promise<RealmLanguages> {
  const realm = await rest.keycloak<RealmRepresentation>("");
  if (!realm.internationalizationEnabled) return { spoken: [NO_OTHER], standard: NO_OTHER };
  const standard = realm.defaultLocale || NO_OTHER;
  return { spoken: [...new Set([standard, ...(realm.supportedLocales ?? [])])].sort(), standard };
}

/** Nothing else of the realm is sent, so nothing else of it is changed. */
export async function saveLanguages(rest: Rest, { spoken, standard }: RealmLanguages): Promise<void> {
  const change: RealmRepresentation = {
    internationalizationEnabled: true,
    supportedLocales: spoken,
    defaultLocale: standard,
  };
  await rest.keycloak("", "PUT", change);
}

export function isSame(one: RealmLanguages, other: RealmLanguages): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
