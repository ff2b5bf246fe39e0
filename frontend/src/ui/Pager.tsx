import { ActionIcon } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { Icon } from "./Icon";
import styles from "./Pager.module.css";

type Props = {
  count: number;
  limit: number;
  offset: number;
  onOffset: (offset: number) => void;
  /** At the left: what else may be done with the whole list. */
  children?: ReactNode;
};

/** "1–50 trên 68" with ‹ ›. */
export function Pager({ count, limit, offset, onOffset, children }: Props) {
  const { t } = useTranslation();
  const last = Math.min(offset + limit, count);
  return (
    <nav className={`${styles.pager} screen-only`} aria-label={t("pager.label")}>
      {children}
      <span aria-live="polite">
        {t("pager.range", {
          from: formatNumber(count === 0 ? 0 : offset + 1),
          to: formatNumber(last),
          count: formatNumber(count),
        })}
      </span>
      <ActionIcon
        aria-label={t("pager.previous")}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - limit))}
      >
        <Icon name="left" />
      </ActionIcon>
      <ActionIcon
        aria-label={t("pager.next")}
        disabled={last >= count}
        onClick={() => onOffset(offset + limit)}
      >
        <Icon name="right" />
      </ActionIcon>
    </nav>
  );
}
