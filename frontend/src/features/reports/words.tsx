import { useTranslation } from "react-i18next";
import { ToneTag } from "@/ui/Tag";
import type { Report } from "./queries";

const tones = { waiting: "due", making: "due", ready: "good", failed: "late" } as const;

/** "Báo cáo của cơ quan: Sở Nội vụ"; a paper one says so. */
export function useReportName() {
  const { t } = useTranslation();
  return ({ kind, agency, printed }: Pick<Report, "kind" | "agency" | "printed">) => {
    const name = t(`report.kind.${printed ? "paper" : kind}`);
    return agency ? t("report.of", { kind: name, name: agency.name }) : name;
  };
}

export function StateOfReport({ report }: { report: Pick<Report, "state" | "printed"> }) {
  const { t } = useTranslation();
  if (report.printed) return <ToneTag tone="plain" text={t("report.state.printed")} />;
  const state = report.state ?? "waiting";
  return <ToneTag tone={tones[state]} text={t(`report.state.${state}`)} />;
}
