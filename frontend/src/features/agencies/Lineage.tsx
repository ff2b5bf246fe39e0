import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Lineage as LineageData } from "@/api/types";
import { formatDay } from "@/i18n/format";
import styles from "./Lineage.module.css";
import { useLineage } from "./queries";

/** Where the agency comes from and what it became, as small links. */
export function Lineage({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data } = useLineage(code);
  if (!data) return null;
  return (
    <>
      <Kin title={t("agency.predecessors")} kin={data.predecessors} />
      <Kin title={t("agency.successors")} kin={data.successors} />
    </>
  );
}

function Kin({ title, kin }: { title: string; kin: LineageData["predecessors"] }) {
  if (kin.length === 0) return null;
  return (
    <span className={styles.kin}>
      {title}
      {kin.map((each, i) => (
        <span key={each.agency.code}>
          {i > 0 && ", "}
          <Link to="/agencies/$code" params={{ code: each.agency.code }}>
            {each.agency.name}
          </Link>{" "}
          ({formatDay(each.effective_on)})
        </span>
      ))}
    </span>
  );
}
