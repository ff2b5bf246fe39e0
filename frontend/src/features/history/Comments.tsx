import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecords } from "@/api/records";
import { formatMoment } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import type { FormSpec, RecordSpec } from "@/ui/forms/spec";
import { useObjectName } from "@/ui/forms/words";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import styles from "./Comments.module.css";

const FormBody = lazy(() =>
  import("@/ui/forms/FormBody").then((module) => ({ default: module.FormBody })),
);
const commentForm = (object: string): FormSpec => ({
  act: "comment.write",
  collection: "comments",
  method: "add",
  fixed: { object },
  reason: "never",
  fields: [{ name: "text", type: "long", required: true, label: "comment.text" }],
});
const commentRecord: RecordSpec = {
  collection: "comments",
  acts: [
    {
      act: "comment.void",
      collection: "comments",
      method: "act",
      word: "void",
      fields: [],
      reason: "required",
    },
  ],
};

type Props = {
  /** What is spoken of. */
  object: string;
  /** Shows what was said about every record of the agency, not only about the object. */
  agency: string | undefined;
};

/** What people say to each other about a record: no fact, but kept. */
export function Comments({ object, agency }: Props) {
  const { t } = useTranslation();
  const comments = useRecords("comments", agency ? { agency } : { object });
  const [written, setWritten] = useState(0);
  return (
    <Panel title={t("comment.title")}>
      <div className={`${styles.write} screen-only`}>
        <Suspense fallback={null}>
          <FormBody
            key={written}
            spec={commentForm(object)}
            parents={{}}
            inPlace
            onDone={() => setWritten((n) => n + 1)}
          />
        </Suspense>
      </div>
      <Loaded query={comments}>
        {({ results }) =>
          results.length === 0 ? (
            <p className={styles.none}>{t("comment.none")}</p>
          ) : (
            <ol>
              {results.map((each) => (
                <Comment key={each.id} comment={each} about={each.object !== object} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Comment({ comment, about }: { comment: Records["comments"]; about: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const objectName = useObjectName();
  const who = comment.author.name || comment.author.username;
  // An agency stands in the answer by its number, in addresses by its code.
  const elsewhere = about && !comment.object.startsWith("agency:");
  return (
    <li className={styles.comment}>
      <div>
        <p className={styles.head}>
          <strong>{who}</strong>
          <span>{label("roles", comment.author.role)}</span>
          <span>{formatMoment(comment.at)}</span>
        </p>
        <p className={styles.text}>{comment.text}</p>
        {elsewhere && (
          <Link
            to="."
            search={(old) => ({ ...old, object: comment.object })}
            resetScroll={false}
            className={styles.about}
          >
            {t("comment.about", { object: objectName(comment.object) })}
          </Link>
        )}
      </div>
      <RecordMenu id={comment.id} spec={commentRecord} name={t("comment.of", { who })} />
    </li>
  );
}
