import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { Bars } from "@/ui/Bars";
import { Empty } from "@/ui/Empty";
import { Panel } from "@/ui/Panel";
import { RowsLink } from "@/ui/RowsLink";

/** Documents on the agencies' own lists by kind: how many of them are in force. */
export function DocumentsPanel({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const order = (useCatalogues().data?.document_kinds ?? []).map((kind) => kind.code);
  const { lists, documents_in_force_by_kind: inForce } = summary;
  const kinds = Object.entries(summary.documents.by_kind).sort(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  return (
    <Panel title={t("documents.title")} aside={t("documents.aside")}>
      {kinds.length === 0 ? (
        <Empty text={t("documents.none")} />
      ) : (
        <Bars
          caption={t("documents.title")}
          bars={kinds.map(([kind, planned]) => ({
            code: kind,
            label: label("document_kinds", kind),
            part: inForce[kind] ?? 0,
            whole: planned,
            figure: (
              <>
                <RowsLink
                  list={lists[`/documents_in_force_by_kind/${kind}`]}
                  count={inForce[kind] ?? 0}
                >
                  {formatNumber(inForce[kind] ?? 0)}
                </RowsLink>
                /
                <RowsLink list={lists[`/documents/by_kind/${kind}`]} count={planned}>
                  {formatNumber(planned)}
                </RowsLink>
              </>
            ),
          }))}
        />
      )}
    </Panel>
  );
}
