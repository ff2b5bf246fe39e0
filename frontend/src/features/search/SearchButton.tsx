import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "@/ui/Icon";

const SearchDialog = lazy(() =>
  import("./SearchDialog").then((module) => ({ default: module.SearchDialog })),
);

/** Ctrl-K from anywhere, or the button for who does not know it; fetched when it is used. */
export function SearchButton({ className }: { className: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useHotkeys([["mod+K", () => setOpen(true)]], []);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={t("search.open")}
        aria-keyshortcuts="Control+K"
        title={t("search.shortcut")}
        onClick={() => setOpen(true)}
      >
        <Icon name="search" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
