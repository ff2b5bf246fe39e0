import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useObjectName } from "@/ui/forms/words";
import { Panel } from "@/ui/Panel";
import { Comments } from "./Comments";
import styles from "./HistoryTab.module.css";
import { Trail } from "./Trail";

/** Who did what, when, why, and what it changed; beside it what people say to each other about it. */
export function HistoryTab({ agency }: { agency: string }) {
  const { t } = useTranslation();
  const { object: asked } = useSearch({ strict: false }) as { object?: string };
  const objectName = useObjectName();
  const object = asked ?? `agency:${agency}`;
  return (
    <>
      {asked && (
        <p className={styles.only}>
          {t("history.only", { object: objectName(asked) })}{" "}
          <Link to="." search={(old) => ({ ...old, object: undefined })} resetScroll={false}>
            {t("history.whole")}
          </Link>
        </p>
      )}
      <div className={styles.beside}>
        <Panel title={t("tab.history")}>
          <Trail key={object} object={object} />
        </Panel>
        <Comments key={object} object={object} agency={asked ? undefined : agency} />
      </div>
    </>
  );
}
