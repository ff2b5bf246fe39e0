import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRows } from "@/api/rows";
import type { ListPath, RowOf } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "./address";
import { type Columns, DataTable } from "./DataTable";
import { Empty } from "./Empty";
import { ExportLinks } from "./ExportLinks";
import { type Control, FilterBar } from "./FilterBar";
import styles from "./ListView.module.css";
import { Loading } from "./Loading";
import { type ListName, queryOf, useListSearch } from "./listSearch";
import { PageHeader } from "./PageHeader";
import { Pager } from "./Pager";
import { ProblemNotice } from "./ProblemNotice";

const PAGE = 50;

type Props<P extends ListPath> = {
  path: P;
  list: ListName;
  title: string;
  columns: Columns<RowOf<P>>;
  controls: Control[];
  /** What would be here, and who enters it. */
  none: string;
  /** What the list holds when nothing is asked for. */
  scope?: string;
  above?: ReactNode;
  /** Rows that are as they are, on no day: accounts. */
  undated?: boolean;
  /** Rows that the server still works on. */
  running?: (row: RowOf<P>) => boolean;
  /** Buttons beside the title. */
  actions?: ReactNode;
};

/** A row by its id; where there is one for each agency, by the agency. */
function nameOf(row: unknown): string {
  const { id, agency } = row as { id?: number; agency?: { code: string } };
  return String(id ?? agency?.code);
}

/** A list behind a number: filters from the address, rows of the day, paging, the same count. */
export function ListView<P extends ListPath>(props: Props<P>) {
  const { path, list, title, columns, controls, none, scope, above, undated, running, actions } =
    props;
  const { t } = useTranslation();
  const asOf = useAsOf();
  const { search, change } = useListSearch();
  const limit = Number(search.limit?.[0] ?? PAGE);
  const offset = Number(search.offset?.[0] ?? 0);
  const query = { ...queryOf(search, list, limit), as_of: asOf };
  const rows = useRows(path, query, running);
  return (
    <div className={styles.page} data-paper="wide">
      <PageHeader
        title={title}
        withDay={!undated}
        actions={actions}
        beside={
          rows.data && (
            <span className={styles.count} data-rows={rows.data.count}>
              {t("list.count", { n: formatNumber(rows.data.count) })}
            </span>
          )
        }
      />
      {above}
      {/* Controls keep what was typed until another list takes the page. */}
      <FilterBar
        key={list}
        label={t("filter.label")}
        controls={controls}
        search={search}
        onChange={change}
      />
      {scope && <p className={styles.scope}>{scope}</p>}
      {rows.isPending ? (
        <Loading lines={14} height={560} />
      ) : rows.error ? (
        <ProblemNotice problem={rows.error} onRetry={rows.refetch} />
      ) : rows.data.count === 0 ? (
        <Empty text={none} />
      ) : (
        <div className={styles.rows} aria-busy={rows.isPlaceholderData}>
          <DataTable
            rows={rows.data.results}
            columns={columns}
            caption={title}
            rowId={nameOf}
            ordering={search.ordering?.[0]}
            onOrdering={(ordering) => change({ ordering: [ordering] })}
          />
          <Pager
            count={rows.data.count}
            limit={limit}
            offset={offset}
            onOffset={(next) => change({ offset: next ? [String(next)] : undefined })}
          >
            <ExportLinks path={path} query={query} />
          </Pager>
        </div>
      )}
    </div>
  );
}
