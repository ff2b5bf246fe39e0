import { useTranslation } from "react-i18next";
import { useRecords } from "@/api/records";
import { Empty } from "@/ui/Empty";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { Audit } from "./Audit";
import styles from "./AuditsTab.module.css";
import { externalForm, inspectionForm, internalForm } from "./forms";

const kinds = ["external", "internal", "inspection"] as const;
const forms = { external: externalForm, internal: internalForm, inspection: inspectionForm };

/** Audits of the certification body, internal ones, inspections of the province: never mixed. */
export function AuditsTab(file: FileProps) {
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} {...file} />
      ))}
    </div>
  );
}

function Kind({ kind, agency, rollout, acts, asOf }: FileProps & { kind: (typeof kinds)[number] }) {
  const { t } = useTranslation();
  const external = kind === "external";
  const whose = external ? { rollout } : { agency };
  const known = !external || rollout !== undefined;
  const audits = useRecords("audits", { kind, ...whose, as_of: asOf }, known);
  const findings = useRecords("findings", { ...whose, source: kind, as_of: asOf }, known);
  return (
    <Panel title={t(`audit.${kind}`)}>
      <Acts acts={acts} forms={[forms[kind]]} parents={{ rollout, agency }} />
      {!known ? (
        <Empty text={t(`audit.${kind}None`)} />
      ) : (
        <Loaded query={audits}>
          {({ results }) =>
            results.length === 0 ? (
              <Empty text={t(`audit.${kind}None`)} />
            ) : (
              results.map((audit) => (
                <Audit
                  key={audit.id}
                  audit={audit}
                  findings={(findings.data?.results ?? []).filter(
                    (each) => each.audit === audit.id,
                  )}
                />
              ))
            )
          }
        </Loaded>
      )}
    </Panel>
  );
}
