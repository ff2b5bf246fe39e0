import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { pageBehind, type RowsPage } from "./behind";

type Props = {
  /** The server's list behind the number, or the page itself. */
  list: string | RowsPage | null | undefined;
  count: number;
  children: ReactNode;
  className?: string;
  label?: string;
  /** The number is of the list's own day, not of the page's. */
  dated?: boolean;
};

/** A number as a link to the rows behind it; plain text where there is no such list. */
export function RowsLink({ list, count, children, className, label, dated }: Props) {
  const page = typeof list === "object" ? list : pageBehind(list ?? undefined, dated);
  if (!page) return <span className={className}>{children}</span>;
  return (
    <Link
      to={page.to}
      search={page.search as never}
      className={className}
      aria-label={label}
      title={label}
      data-count={count}
    >
      {children}
    </Link>
  );
}
