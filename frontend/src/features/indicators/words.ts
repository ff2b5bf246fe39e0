import { useTranslation } from "react-i18next";
import type { Indicator } from "./queries";

/** The title in the reader's language, as far as there is one. */
export function useTitle() {
  const { i18n } = useTranslation();
  return ({ title, title_en: english }: Pick<Indicator, "title" | "title_en">) =>
    (i18n.language === "en" && english) || title;
}

/** What a part counts, within a sentence. */
export function usePartName() {
  const { i18n } = useTranslation();
  return ({ label, label_en: english }: Indicator["parts"][number]) => {
    const name = (i18n.language === "en" && english) || label;
    return name.charAt(0).toLocaleLowerCase(i18n.language) + name.slice(1);
  };
}
