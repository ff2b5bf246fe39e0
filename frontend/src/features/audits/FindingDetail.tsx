import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecord } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Icon } from "@/ui/Icon";
import { Loaded } from "@/ui/Loaded";
import { FindingSteps, type Step } from "./FindingSteps";
import styles from "./FindingsSheet.module.css";
import { actionRecord, findingRecord } from "./findingForms";

type Action = Records["corrective-actions"];
/** What the detail of a finding carries beside its row. */
type More = { steps: Step[]; actions: Action[]; repeats: number | null };

/** A finding opened: what was found, what became of it step by step, what may be done about it now. */
export function FindingDetail({ id }: { id: number }) {
  const { t } = useTranslation();
  const label = useLabel();
  const finding = useRecord("findings", id);
  return (
    <Loaded query={finding}>
      {(data) => {
        const { steps, actions, repeats } = data as unknown as More;
        return (
          <div className={styles.detail}>
            <p>{data.description || t("finding.noDescription")}</p>
            {data.cause && (
              <p>
                {t("finding.cause", { cause: data.cause })}
                {data.cause_category && ` (${label("cause_categories", data.cause_category)})`}
              </p>
            )}
            <Earlier named={data.repeat_of} suggested={repeats} />
            {steps.length > 0 && <FindingSteps steps={steps} />}
            <RecordActs id={id} spec={findingRecord} />
            <FactList title={t("action.title")} none={t("action.none")}>
              {actions.map((each) => (
                <ActionLine key={each.id} action={each} />
              ))}
            </FactList>
          </div>
        );
      }}
    </Loaded>
  );
}

/** The earlier finding that this one repeats, as it was told; or the one that it may repeat. */
function Earlier({ named, suggested }: { named: number | null; suggested: number | null }) {
  const { t } = useTranslation();
  const earlier = named ?? suggested;
  if (earlier === null) return null;
  return (
    <p className={styles.repeats}>
      <Icon name="alert" size={12} /> {t(named ? "repeat.named" : "repeat.may")}{" "}
      <Link to="/records/$object" params={{ object: `finding:${earlier}` }}>
        {t("repeat.see")}
      </Link>
    </p>
  );
}

function ActionLine({ action }: { action: Action }) {
  const { t } = useTranslation();
  return (
    <Fact
      day={action.due_on ? t("finding.due", { day: formatDay(action.due_on) }) : "–"}
      name={t("action.title")}
      title={action.what}
      record={action}
      spec={actionRecord}
    >
      {[
        action.responsible,
        action.done_on && t("finding.done", { day: formatDay(action.done_on) }),
        action.accepted_on && t("action.accepted", { day: formatDay(action.accepted_on) }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </Fact>
  );
}
