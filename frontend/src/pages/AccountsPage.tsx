import { useState } from "react";
import { AccountList } from "@/features/accounts/AccountList";
import { LinkPaper } from "@/features/accounts/LinkPaper";
import type { LinkAnswer } from "@/features/accounts/links";

/** The accounts; a link that was just made takes the page, so that it can be printed. */
export function AccountsPage() {
  const [link, setLink] = useState<LinkAnswer | null>(null);
  if (link) return <LinkPaper answer={link} onClose={() => setLink(null)} />;
  return <AccountList onLink={setLink} />;
}
