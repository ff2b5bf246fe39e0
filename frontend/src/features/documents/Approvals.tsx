import { useTranslation } from "react-i18next";
import { type Records, useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { Loaded } from "@/ui/Loaded";
import { approvalRecord } from "./forms";

type Approval = Records["list-approvals"];

/** When the list was approved, with how many documents, and how many it has now. */
export function Approvals({ query }: { query: Query }) {
  const { t } = useTranslation();
  const approvals = useRecords("list-approvals", { ...query, ordering: "-round" });
  return (
    <Loaded query={approvals}>
      {({ results }) => (
        <FactList title={t("approval.title")} none={t("approval.none")}>
          {results.map((each, i) => (
            <One key={each.id} approval={each} latest={i === 0} />
          ))}
        </FactList>
      )}
    </Loaded>
  );
}

function One({ approval, latest }: { approval: Approval; latest: boolean }) {
  const { t } = useTranslation();
  const day = useFactDay();
  const { n_documents: then, listed: now, number, approver, approver_position } = approval;
  const n = formatNumber(then);
  const title = approval.approved_on
    ? t("approval.one", { day: day(approval, "approved_on"), n })
    : t("approval.noDay", { n });
  const who = [approver_position, approver].filter(Boolean).join(" ");
  return (
    <Fact
      day={t("approval.round", { n: approval.round })}
      name={t("approval.round", { n: approval.round })}
      title={
        latest && now !== then ? t("approval.now", { told: title, n: formatNumber(now) }) : title
      }
      record={approval}
      spec={approvalRecord}
    >
      {(number || who) && <span>{[number, who].filter(Boolean).join(" · ")}</span>}
    </Fact>
  );
}
