import { useTranslation } from "react-i18next";
import type { AnyKey } from "@/i18n";

/** The name of a kind of hit: search.of.<kind>, else the record's own name. */
export function useKindName() {
  const { t, i18n } = useTranslation();
  return (kind: string): string => {
    const key = [`search.of.${kind}`, `object.${kind}`].find((each) => i18n.exists(each));
    return key ? t(key as AnyKey) : kind;
  };
}
