import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { ActButton } from "@/ui/ActButton";
import type { FileProps } from "@/ui/file";
import { hiddenFrom } from "@/ui/forms/hidden";
import styles from "./copy.module.css";

const CopyList = lazy(() => import("./CopyList").then((module) => ({ default: module.CopyList })));

/** "Chép danh mục từ…", and afterwards where it can be taken back. */
export function CopyButton({ rollout, acts }: Pick<FileProps, "acts"> & { rollout: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [copied, setCopied] = useState<number | null>(null);
  const act = acts.find((each) => each.act === "document.list");
  if (!act || hiddenFrom(act)) return null;
  return (
    <>
      <ActButton
        act={act}
        size="xs"
        variant="default"
        className="screen-only"
        mb="xs"
        onClick={() => setOpen(true)}
      >
        {t("copy.open")}
      </ActButton>
      {copied !== null && (
        <p role="status" className={`${styles.copied} screen-only`}>
          {t("copy.done", { n: formatNumber(copied) })} <Link to="/imports">{t("copy.undo")}</Link>
        </p>
      )}
      {open && (
        <Suspense fallback={null}>
          <CopyList
            rollout={rollout}
            onClose={() => setOpen(false)}
            onDone={(n) => {
              setOpen(false);
              setCopied(n);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
