import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { components } from "@/api/schema";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { EvidenceActs } from "./EvidenceActs";
import { megabytes } from "./EvidenceDrop";
import styles from "./evidence.module.css";

type Proof = components["schemas"]["FileProof"];
export type FileProof = Pick<Proof, "id" | "name" | "media_type" | "size" | "file"> &
  Partial<Pick<Proof, "number" | "dated_on">> & { dated_on_precision?: string | null };

const shown = (file: FileProof) =>
  file.media_type === "application/pdf" || file.media_type.startsWith("image/");

/** Files with what they prove; a PDF or a picture opens in its place. */
export function EvidenceList({ files }: { files: readonly FileProof[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [seen, setSeen] = useState<number | null>(null);
  if (files.length === 0) return <p className={styles.meta}>{t("evidence.none")}</p>;
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <div className={styles.file}>
            <span className={styles.name}>
              {file.name}{" "}
              <small>
                {[
                  label("evidence_kinds", file.media_type),
                  megabytes(file.size),
                  file.number,
                  file.dated_on &&
                    formatDay(file.dated_on, (file.dated_on_precision || "day") as Precision),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </span>
            <span className={styles.tools}>
              {shown(file) && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-expanded={seen === file.id}
                  onClick={() => setSeen(seen === file.id ? null : file.id)}
                >
                  {t("evidence.see")}
                </Button>
              )}
              <Button
                component="a"
                href={file.file}
                download={file.name}
                size="compact-xs"
                variant="default"
              >
                {t("evidence.download")}
              </Button>
              <EvidenceActs id={file.id} name={file.name} />
            </span>
          </div>
          {seen === file.id && <Preview file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: FileProof }) {
  const { t } = useTranslation();
  const address = `${file.file}?inline=true`;
  const name = t("evidence.preview", { name: file.name });
  return file.media_type.startsWith("image/") ? (
    <img className={styles.preview} src={address} alt={name} />
  ) : (
    <iframe className={styles.preview} src={address} title={name} />
  );
}
