import { useTranslation } from "react-i18next";
import { formatDay, formatNumber } from "@/i18n/format";
import type { TrendColumn } from "./Trend";

/** The columns as rows, for screen readers. */
export function TrendTable({ columns, caption }: { columns: TrendColumn[]; caption: string }) {
  const { t } = useTranslation();
  const heads = columns[0]?.slices ?? [];
  return (
    <div className="for-readers">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("trend.day")}</th>
            <th scope="col">{t("stream.total")}</th>
            {heads.map((slice) => (
              <th key={slice.label} scope="col">
                {slice.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.day}>
              <th scope="row">{formatDay(column.day)}</th>
              <td>{formatNumber(column.total)}</td>
              {column.slices.map((slice) => (
                <td key={slice.label}>{formatNumber(slice.count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
