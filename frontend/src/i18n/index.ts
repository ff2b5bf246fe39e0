import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type HelpKey, helpIn } from "./help";
import { type MessageKey, vi } from "./vi";
import { type AgencyKey, viAgency } from "./vi.agency";
import { type HouseKey, viHouse } from "./vi.house";
import type { PolicyKey } from "./vi.policy";
import type { ReorganisationKey } from "./vi.reorganisation";
import { type ReportsKey, viReports } from "./vi.reports";
import { type RulesKey, viRules } from "./vi.rules";
import { viWork, type WorkKey } from "./vi.work";

export type AnyKey =
  | MessageKey
  | AgencyKey
  | HouseKey
  | PolicyKey
  | ReorganisationKey
  | ReportsKey
  | RulesKey
  | WorkKey
  | HelpKey;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Record<AnyKey, string> };
    keySeparator: false;
    nsSeparator: false;
  }
}

export type Language = "vi" | "en";
const STORE = "iso.language";

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(STORE) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

export async function startI18n(language: Language = storedLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "vi",
    fallbackLng: "vi",
    resources: {
      vi: {
        translation: {
          ...vi,
          ...viAgency,
          ...viHouse,
          ...viReports,
          ...viRules,
          ...viWork,
          ...helpIn("vi"),
        },
      },
    },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
  });
  if (language === "en") await setLanguage("en");
}

/** Sentences of a page that is fetched when somebody opens it; they come with it. */
export function addVietnamese(words: Partial<Record<AnyKey, string>>): void {
  i18next.addResourceBundle("vi", "translation", words, true, false);
}

/** Switches the screens; the English bundle is fetched the first time it is asked for. */
export async function setLanguage(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const [
      { en },
      { enAgency },
      { enHouse },
      { enRules },
      { enWork },
      { enReports },
      { enPolicy },
      { enReorganisation },
    ] = await Promise.all([
      import("./en"),
      import("./en.agency"),
      import("./en.house"),
      import("./en.rules"),
      import("./en.work"),
      import("./en.reports"),
      import("./en.policy"),
      import("./en.reorganisation"),
    ]);
    i18next.addResourceBundle("en", "translation", {
      ...en,
      ...enAgency,
      ...enHouse,
      ...enRules,
      ...enWork,
      ...enReports,
      ...enPolicy,
      ...enReorganisation,
      ...helpIn("en"),
    });
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem(STORE, language);
  } catch {
    // A browser without storage keeps the language for this page only.
  }
}

export function currentLanguage(): Language {
  return i18next.language === "en" ? "en" : "vi";
}
