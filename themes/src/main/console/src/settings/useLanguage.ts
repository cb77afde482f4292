import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";

export type LanguageChoice = { spoken: string[]; language: string; setLanguage: (tag: string) => void };

/** One of the languages that the realm speaks: at first the admin's own, where it is among them. */
export function useLanguage(): LanguageChoice {
  const { i18n } = useTranslation();
  const { languages } = usePortal();
  const spoken = languages.length > 0 ? languages : ["en"];
  const [language, setLanguage] = useState(spoken.includes(i18n.language) ? i18n.language : spoken[0]);
  return { spoken, language, setLanguage };
}
