import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { get } from "@/api/records";
import { formatNumber } from "@/i18n/format";
import styles from "./Imports.module.css";

type Job = { state: string; done: number; total: number };

/** How far a long loading is, asked of the server while it runs. */
export function LoadBar({ job }: { job: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ["jobs", job],
    queryFn: () => get<Job>(`jobs/${job}`),
    refetchInterval: 700,
    retry: false,
  });
  const total = data?.total ?? 0;
  const text = total
    ? t("import.progress", { a: formatNumber(data?.done ?? 0), b: formatNumber(total) })
    : t("import.loading");
  return (
    <p className={styles.progress} role="status">
      <progress value={total ? data?.done : undefined} max={total || 1} aria-label={text} />
      {text}
    </p>
  );
}
