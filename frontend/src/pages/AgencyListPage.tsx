import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgencyFilters } from "@/api/types";
import { AgencyFilterBar } from "@/features/progress/AgencyFilterBar";
import { AgencyTable } from "@/features/progress/AgencyTable";
import { useAgencyRows } from "@/features/progress/queries";
import { formatNumber } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { Pager } from "@/ui/Pager";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./AgencyListPage.module.css";

const PAGE = 100;

export function AgencyListPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/agencies" });
  const filters = useSearch({ from: "/shell/agencies" });
  const [dense, setDense] = useState(false);
  const limit = filters.limit ?? PAGE;
  const offset = filters.offset ?? 0;
  const rows = useAgencyRows({ ...filters, limit, offset });
  const change = (part: Partial<AgencyFilters>) =>
    void navigate({
      search: (old) => ({ ...old, offset: undefined, ...part }),
      resetScroll: false,
    });

  return (
    <div className={styles.page} data-paper="wide">
      <PageHeader
        title={t("agencies.title")}
        beside={
          rows.data && (
            <span className={styles.count}>
              {t("agencies.count", { n: formatNumber(rows.data.count) })}
            </span>
          )
        }
      />
      <AgencyFilterBar filters={filters} onChange={change} dense={dense} onDense={setDense} />
      {rows.isPending ? (
        <Loading lines={14} height={560} />
      ) : rows.error ? (
        <ProblemNotice problem={rows.error} onRetry={rows.refetch} />
      ) : rows.data.count === 0 ? (
        <Empty text={t("agencies.none")} />
      ) : (
        <>
          <AgencyTable
            rows={rows.data.results}
            dense={dense}
            ordering={filters.ordering}
            onOrdering={(ordering) => change({ ordering })}
          />
          <Pager
            count={rows.data.count}
            limit={limit}
            offset={offset}
            onOffset={(next) => change({ offset: next || undefined })}
          />
        </>
      )}
    </div>
  );
}
