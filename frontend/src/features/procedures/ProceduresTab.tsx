import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { get, useRecords } from "@/api/records";
import type { components } from "@/api/schema";
import type { Page } from "@/api/types";
import { formatNumber, formatShare } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { Icon } from "@/ui/Icon";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { proceduresForm } from "./forms";
import { ProceduresTable } from "./ProceduresTable";
import styles from "./procedures.module.css";

type Coverage = components["schemas"]["CoverageShape"];

/** Thủ tục hành chính of an agency: which documents carry them out, and what changed since. */
export function ProceduresTab({ agency, acts, asOf }: FileProps) {
  const { t } = useTranslation();
  const query = { agency, as_of: asOf };
  const procedures = useRecords("admin-procedures", query);
  return (
    <Panel
      title={t("procedure.title")}
      aside={<ExportLinks path="/api/v1/admin-procedures" query={query} />}
    >
      <Acts acts={acts} forms={[proceduresForm]} parents={{ agency }} />
      <CoverageLine agency={agency} asOf={asOf} />
      <Loaded query={procedures} lines={8} height={300}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty text={t("procedure.none")} />
          ) : (
            <ProceduresTable rows={results} />
          )
        }
      </Loaded>
    </Panel>
  );
}

/** "12/20 thủ tục đã có quy trình (60 %); 3 thủ tục cần rà soát tài liệu." */
function CoverageLine({ agency, asOf }: Pick<FileProps, "agency" | "asOf">) {
  const { t } = useTranslation();
  const query = { agency, as_of: asOf };
  const { data } = useQuery({
    queryKey: ["records", "coverage", query],
    queryFn: () => get<Page<Coverage>>("admin-procedures/coverage", query),
  });
  const row = data?.results[0];
  if (!row) return null;
  return (
    <p className={styles.coverage}>
      {t("procedure.coverage", {
        a: formatNumber(row.numerator),
        b: formatNumber(row.denominator),
        rate: formatShare(row.numerator, row.denominator),
      })}
      {row.needs_review > 0 && (
        <span className={styles.review}>
          <Icon name="alert" size={14} />{" "}
          {t("procedure.toReview", { n: formatNumber(row.needs_review) })}
        </span>
      )}
    </p>
  );
}
