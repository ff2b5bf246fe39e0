import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { Bars } from "@/ui/Bars";
import { Panel } from "@/ui/Panel";
import { RowsLink } from "@/ui/RowsLink";

const tones = { major: "late", minor: "soon", observation: "plain" } as const;
const states = ["open", "unverified", "undisposed"] as const;

/** Findings of external audits: by grade, and what still has to be done about them. */
export function FindingsPanel({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { findings, lists } = summary;
  const grades = Object.keys(tones) as (keyof typeof tones)[];
  const bar = (code: (typeof grades)[number] | (typeof states)[number], name: string) => ({
    code,
    label: name,
    part: findings[code],
    whole: findings[code],
    tone: code in tones ? tones[code as keyof typeof tones] : "due",
    figure: (
      <RowsLink
        list={lists[`/findings/${code}`]}
        count={findings[code]}
        label={`${name}: ${formatNumber(findings[code])}`}
      >
        {formatNumber(findings[code])}
      </RowsLink>
    ),
  });
  return (
    <Panel title={t("findings.title")} note={t("findings.note")}>
      <Bars
        caption={t("findings.title")}
        bars={[
          ...grades.map((grade) => bar(grade, label("grades", grade))),
          ...states.map((state) => bar(state, t(`findingState.${state}`))),
        ]}
      />
    </Panel>
  );
}
