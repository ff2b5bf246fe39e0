import { useTranslation } from "react-i18next";
import { formatNumber, formatShare } from "@/i18n/format";
import type { Band } from "./StageBar";

type Props = { bands: Band[]; total: number; caption: string };

/** The same figures as a table, for screen readers. */
export function StageBarTable({ bands, total, caption }: Props) {
  const { t } = useTranslation();
  return (
    <div className="for-readers">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("stream.band")}</th>
            <th scope="col">{t("stream.stage")}</th>
            <th scope="col">{t("stream.agencies")}</th>
            <th scope="col">{t("stream.share")}</th>
          </tr>
        </thead>
        <tbody>
          {bands.flatMap((band) =>
            band.opened.map((segment) => (
              <tr key={`${band.code}${segment.code}${segment.maintained ?? ""}`}>
                <td>{band.label}</td>
                <th scope="row">{segment.label}</th>
                <td>{formatNumber(segment.count)}</td>
                <td>{formatShare(segment.count, total)}</td>
              </tr>
            )),
          )}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("stream.total")}
            </th>
            <td>{formatNumber(total)}</td>
            <td>{formatShare(total, total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
