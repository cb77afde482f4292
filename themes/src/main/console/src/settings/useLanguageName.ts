import { useTranslation } from "react-i18next";

/** The name of a language in the admin's own; its tag, where it has none. */
export function useLanguageName(): (tag: string) => string {
  const { i18n } = useTranslation();
  const names = new Intl.DisplayNames(i18n.language, { type: "language" });
  return (tag) => names.of(tag) ?? tag;
}

export function byName(tags: string[], nameOf: (tag: string) => string): string[] {
  return [...tags].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
}
