import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Records } from "@/api/records";
import { formatDay, formatNumber } from "@/i18n/format";
import type { Entry } from "./entries";

type Words = { title: string; more: string[] };

/** An entry of the yearly list in words. */
export function useEntryWords(): (entry: Entry) => Words {
  const { t } = useTranslation();
  const label = useLabel();
  const lines = (...parts: (string | false | null | undefined)[]) =>
    parts.filter((p) => !!p) as string[];

  return ({ kind, row }) => {
    if (kind === "year") {
      const year = row as Records["maintenance-years"];
      const plan = year.plan as { number: string; signed_on: string | null };
      return {
        title: t("years.plan"),
        more: lines(
          (plan.number || plan.signed_on) &&
            t("years.planNumber", { number: plan.number || "–", day: formatDay(plan.signed_on) }),
          ...year.objectives.map((o) =>
            t("years.objective", {
              text: o.text,
              target: o.target || "–",
              actual: o.actual || "–",
            }),
          ),
          year.documents_reviewed_on &&
            t("years.documents", {
              day: formatDay(year.documents_reviewed_on),
              kept: formatNumber(year.documents_kept),
              changed: formatNumber(year.documents_changed),
            }),
          year.board_renewed_on &&
            t("years.boardRenewed", { day: formatDay(year.board_renewed_on) }),
          year.report_sent_on
            ? t("years.report", {
                number: year.report_number || "–",
                day: formatDay(year.report_sent_on),
              })
            : t("years.noReport"),
        ),
      };
    }
    if (kind === "audit") {
      const audit = row as Records["audits"];
      const { major, minor, observation } = audit.findings as Record<string, number>;
      return {
        title: t("audit.internal"),
        more: lines(t("facts.findings", { major, minor, observation }), audit.conclusions),
      };
    }
    if (kind === "review") {
      const review = row as Records["management-reviews"];
      return {
        title: t("years.review"),
        more: lines(
          review.chair && t("years.chair", { who: review.chair }),
          review.minutes_number && t("appraisal.minutes", { number: review.minutes_number }),
          review.conclusions,
        ),
      };
    }
    if (kind === "training") {
      const training = row as Records["trainings"];
      return {
        title: t("years.training", { topic: label("training_topics", training.topic) }),
        more: lines(
          training.trainer,
          training.participants !== null &&
            t("years.participants", { n: formatNumber(training.participants) }),
        ),
      };
    }
    const board = row as Records["boards"];
    return {
      title: t("years.board"),
      more: lines(
        board.number,
        board.head && t("years.head", { who: board.head }),
        board.secretary && t("years.secretary", { who: board.secretary }),
      ),
    };
  };
}
