import { useTranslation } from "react-i18next";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { Panel } from "@/ui/Panel";
import { Appraisals } from "./Appraisals";
import { Decisions } from "./Decisions";
import { Directives } from "./Directives";
import { Exemptions } from "./Exemptions";
import { appraisalForm, decisionForm, directiveForm, planForm } from "./forms";
import { Plans } from "./Plans";
import { exemptionForm } from "./rounds";

/** Plan, submissions, appraisals, decisions of one rollout; what the province ordered the agency. */
export function PlanTab({ agency, rollout, acts, asOf }: FileProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t("tab.plan")}>
      <Acts
        acts={acts}
        forms={[planForm, appraisalForm, decisionForm, directiveForm, exemptionForm]}
        parents={{ rollout, agency }}
      />
      {rollout !== undefined && (
        <>
          <Plans query={{ rollout, as_of: asOf }} />
          <Appraisals query={{ rollout, as_of: asOf }} />
          <Decisions query={{ rollout, as_of: asOf }} />
        </>
      )}
      <Exemptions query={{ agency, as_of: asOf }} />
      <Directives agency={agency} query={{ agency, as_of: asOf }} />
    </Panel>
  );
}
