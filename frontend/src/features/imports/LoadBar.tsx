import { useTranslation } from "react-i18next";
import { JobBar } from "@/ui/JobBar";

/** How far a long loading is. */
export function LoadBar({ job }: { job: string }) {
  const { t } = useTranslation();
  return (
    <JobBar
      job={job}
      waiting={t("import.loading")}
      progress={(a, b) => t("import.progress", { a, b })}
      interrupted={t("import.interrupted")}
    />
  );
}
