import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AgencyFilters } from "@/features/progress/AgencyFilters";
import { AgencyMatrix } from "@/features/progress/AgencyMatrix";
import { AgencyTable } from "@/features/progress/AgencyTable";
import { useAgencyRows } from "@/features/progress/queries";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import { Loading } from "@/ui/Loading";
import { queryOf, useListSearch } from "@/ui/listSearch";
import { PageHeader } from "@/ui/PageHeader";
import { Pager } from "@/ui/Pager";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./ListPage.module.css";

const PAGE = 100;
const ALL = 500;

export function AgencyListPage() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const { search, change } = useListSearch();
  const [dense, setDense] = useState(false);
  const matrix = search.view === "matrix";
  const limit = Number(search.limit?.[0] ?? (matrix ? ALL : PAGE));
  const offset = Number(search.offset?.[0] ?? 0);
  const query = { ...queryOf(search, "agencies", limit), as_of: asOf };
  const rows = useAgencyRows(query);

  return (
    <div className={styles.page} data-paper="wide">
      <PageHeader
        title={t("agencies.title")}
        beside={
          rows.data && (
            <span className={styles.count} data-rows={rows.data.count}>
              {t("agencies.count", { n: formatNumber(rows.data.count) })}
            </span>
          )
        }
      />
      <AgencyFilters search={search} onChange={change} dense={dense} onDense={setDense} />
      {rows.isPending ? (
        <Loading lines={14} height={560} />
      ) : rows.error ? (
        <ProblemNotice problem={rows.error} onRetry={rows.refetch} />
      ) : rows.data.count === 0 ? (
        <Empty text={t("agencies.none")} />
      ) : (
        <div className={styles.rows} aria-busy={rows.isPlaceholderData}>
          {matrix ? (
            <>
              <p className={styles.hint}>{t("matrix.hint")}</p>
              <AgencyMatrix rows={rows.data.results} dense={dense} />
            </>
          ) : (
            <AgencyTable
              rows={rows.data.results}
              dense={dense}
              ordering={search.ordering?.[0]}
              onOrdering={(ordering) => change({ ordering: [ordering] })}
            />
          )}
          <Pager
            count={rows.data.count}
            limit={limit}
            offset={offset}
            onOffset={(next) => change({ offset: next ? [String(next)] : undefined })}
          >
            <ExportLinks path={"/api/v1/progress/agencies"} query={query} />
          </Pager>
        </div>
      )}
    </div>
  );
}
