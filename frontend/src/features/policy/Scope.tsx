import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useMay, useRecords } from "@/api/records";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import { NewRecord } from "@/ui/forms/NewRecord";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Loaded } from "@/ui/Loaded";
import { Tag } from "@/ui/Tag";
import { scopeForm, scopeRecord } from "./forms";
import styles from "./policy.module.css";
import { Certainty, Span } from "./words";

type Rule = Records["scope-rules"];

/** Whom the programme obliges, from when to when, on what basis. */
export function Scope() {
  const { t } = useTranslation();
  const may = useMay();
  const asOf = useAsOf();
  const keeps = may("scope.correct");
  const query = { as_of: asOf };
  const rules = useRecords("scope-rules", query);
  return (
    <>
      <div className={styles.line}>
        <Link to="/agencies" search={{ in_scope: ["true"] }} className="screen-only">
          {t("scope.all")}
        </Link>
        <NewRecord spec={scopeForm} />
        <span className={styles.end}>
          <ExportLinks path="/api/v1/scope-rules" query={query} />
        </span>
      </div>
      <Loaded query={rules} lines={10} height={360}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty text={t("scope.none")} />
          ) : (
            <div className={styles.card}>
              <table className={styles.table}>
                <caption className="visually-hidden">{t("policy.of.scope")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("scope.who")}</th>
                    <th scope="col">{t("scope.rule")}</th>
                    <th scope="col">{t("policy.span")}</th>
                    <th scope="col">{t("policy.basis")}</th>
                    <th scope="col">{t("policy.certainty")}</th>
                    {keeps && <th scope="col">{t("policy.acts")}</th>}
                  </tr>
                </thead>
                <tbody>
                  {results.map((rule) => (
                    <One key={rule.id} rule={rule} keeps={keeps} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function One({ rule, keeps }: { rule: Rule; keeps: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { agency, kind, included, state } = rule;
  const name = agency?.name ?? label("agency_kinds", kind);
  return (
    <tr className={state === "past" ? styles.other : undefined} data-state={state}>
      <th scope="row">
        {agency ? (
          <Link to="/agencies/$code" params={{ code: agency.code }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td className={styles.rule}>{t(included ? "scope.included" : "scope.excluded")}</td>
      <td>
        <Span row={rule} />
        {state !== "current" && (
          <div>
            <Tag kind="validity_states" code={state} />
          </div>
        )}
      </td>
      <td className={styles.basis}>{rule.legal_basis || "–"}</td>
      <td>
        <Certainty confirmed={rule.confirmed} />
      </td>
      {keeps && (
        <td className={styles.act}>
          <RecordMenu id={rule.id} spec={scopeRecord} name={name} trail={false} />
        </td>
      )}
    </tr>
  );
}
