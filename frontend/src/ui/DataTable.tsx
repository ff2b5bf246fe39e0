import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  type RowData,
  useReactTable,
} from "@tanstack/react-table";
import type { KeyboardEvent } from "react";
import styles from "./DataTable.module.css";
import { Icon } from "./Icon";

declare module "@tanstack/react-table" {
  interface ColumnMeta<TData extends RowData, TValue> {
    align?: "left" | "right" | "center";
    /** Name of the server's field; a column without one cannot be sorted. */
    ordering?: string;
    unused?: [TData, TValue];
  }
}

export type Columns<Row> = ColumnDef<Row>[];

type Props<Row> = {
  rows: Row[];
  columns: Columns<Row>;
  caption: string;
  rowId: (row: Row) => string;
  dense?: boolean;
  ordering?: string;
  onOrdering?: (ordering: string) => void;
};

/** Arrow up and down walk along the rows' first links. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>("a, button");
  if (!link) return;
  event.preventDefault();
  link.focus();
}

/** Rows the server has sorted and paged: sticky head and first column, numbers at the right. */
export function DataTable<Row>(props: Props<Row>) {
  const { rows, columns, caption, rowId, dense = false, ordering, onOrdering } = props;
  const table = useReactTable({
    data: rows,
    columns,
    getRowId: rowId,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={caption} tabIndex={0}>
      <table className={styles.table} data-dense={dense || undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const { align = "left", ordering: field } = header.column.columnDef.meta ?? {};
                const name = flexRender(header.column.columnDef.header, header.getContext());
                const up = field !== undefined && ordering === field;
                const down = field !== undefined && ordering === `-${field}`;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-align={align}
                    aria-sort={up ? "ascending" : down ? "descending" : undefined}
                  >
                    {field && onOrdering ? (
                      <button
                        type="button"
                        className={styles.sort}
                        onClick={() => onOrdering(up ? `-${field}` : field)}
                      >
                        {name}
                        {(up || down) && <Icon name={up ? "up" : "down"} size={10} />}
                      </button>
                    ) : (
                      name
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody onKeyDown={walk}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map((cell, i) => {
                const content = flexRender(cell.column.columnDef.cell, cell.getContext());
                const align = cell.column.columnDef.meta?.align ?? "left";
                return i === 0 ? (
                  <th key={cell.id} scope="row" data-align={align}>
                    {content}
                  </th>
                ) : (
                  <td key={cell.id} data-align={align}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
