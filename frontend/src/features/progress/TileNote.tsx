import { useTranslation } from "react-i18next";
import type { Summary } from "@/api/types";
import { formatNumber, formatShare } from "@/i18n/format";
import { RowsLink } from "@/ui/RowsLink";

type Props = {
  code: "scope" | "approved" | "documents" | "proofs" | "findings" | "expiring";
  summary: Summary;
};

/** What a tile's figure is made of; every number in it leads to its own rows. */
export function TileNote({ code, summary }: Props) {
  const { t } = useTranslation();
  const { agencies, documents, findings, overdue, proofs, lists } = summary;
  const approved = summary.rates.find((rate) => rate.code === "approved");
  const part = (key: Parts, n: number, at: string) => (
    <RowsLink list={lists[at]} count={n}>
      {t(key, { n: formatNumber(n) })}
    </RowsLink>
  );
  /** Of a share: how many the coordinator has confirmed. */
  const confirmedOf = (code: string, key: Parts) => {
    const at = summary.shares.findIndex((share) => share.code === code);
    const { confirmed = 0, numerator = 0 } = summary.shares[at] ?? {};
    const words = t(key, { n: formatNumber(confirmed), all: formatNumber(numerator) });
    return (
      at >= 0 && (
        <RowsLink list={lists[`/shares/${at}/confirmed`]} count={confirmed}>
          {words}
        </RowsLink>
      )
    );
  };
  const lines = {
    scope: [
      part("tile.noData", agencies.no_data, "/agencies/no_data"),
      agencies.outside_scope > 0 &&
        part("tile.outside", agencies.outside_scope, "/agencies/outside_scope"),
    ],
    approved: [
      formatShare(approved?.numerator ?? 0, approved?.denominator ?? 0),
      part("tile.confirmed", approved?.confirmed ?? 0, "/rates/0/confirmed"),
      !!approved?.implied && part("tile.implied", approved.implied, "/rates/0/implied"),
    ],
    documents: [
      formatShare(documents.in_force, documents.planned),
      confirmedOf("documented", "tile.documented"),
      part("tile.noList", documents.agencies_without_list, "/documents/agencies_without_list"),
    ],
    proofs: [
      part("tile.declared", proofs.declarations_in_force, "/proofs/declarations_in_force"),
      part("tile.certified", proofs.certificates_in_force, "/proofs/certificates_in_force"),
      confirmedOf("proven", "tile.confirmed"),
    ],
    findings: [
      part("tile.open", findings.open, "/findings/open"),
      part("tile.tasks", overdue.tasks, "/overdue/tasks"),
    ],
    expiring: [t("tile.expiringNote")],
  }[code];
  return (
    <>
      {lines.filter(Boolean).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a tile never move
        <span key={i}>{line}</span>
      ))}
    </>
  );
}

type Parts =
  | "tile.noData"
  | "tile.outside"
  | "tile.confirmed"
  | "tile.documented"
  | "tile.implied"
  | "tile.noList"
  | "tile.declared"
  | "tile.certified"
  | "tile.open"
  | "tile.tasks";
