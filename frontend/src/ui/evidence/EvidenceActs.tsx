import { Button, FileButton, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { freshKey } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { get, useMay, useWrite } from "@/api/records";
import { send } from "@/api/upload";
import { ProblemNotice } from "../ProblemNotice";
import { FILES } from "./EvidenceDrop";
import styles from "./evidence.module.css";

type Row = { row_version: number };

/** A newer version in a file's place, or the file taken back with the reason. */
export function EvidenceActs({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const write = useWrite();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [why, setWhy] = useState<string | null>(null);

  const act = async (doing: (version: number) => Promise<unknown>) => {
    setProblem(null);
    try {
      await doing((await get<Row>(`evidence/${id}`)).row_version);
      await queries.invalidateQueries({ queryKey: ["records"] });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const replace = (file: File | null) => {
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    void act((version) =>
      send({ path: `evidence/${id}/replace`, form, headers: { "If-Match": `"${version}"` } }),
    );
  };
  const voided = () =>
    act((rowVersion) =>
      write.mutateAsync({
        method: "POST",
        path: `evidence/${id}/void`,
        told: { reason: why },
        key: freshKey(),
        rowVersion,
      }),
    );

  return (
    <>
      {may("evidence.replace") && (
        <FileButton onChange={replace} accept={FILES}>
          {(props) => (
            <Button {...props} size="compact-xs" variant="default">
              {t("evidence.replace")}
            </Button>
          )}
        </FileButton>
      )}
      {may("evidence.void") &&
        (why === null ? (
          <Button size="compact-xs" variant="default" onClick={() => setWhy("")}>
            {t("evidence.void")}
          </Button>
        ) : (
          <form
            className={styles.inline}
            onSubmit={(event) => {
              event.preventDefault();
              void voided();
            }}
          >
            <TextInput
              size="xs"
              required
              autoFocus
              aria-label={`${t("evidence.voidWhy")}: ${name}`}
              placeholder={t("evidence.voidWhy")}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" loading={write.isPending}>
              {t("evidence.void")}
            </Button>
          </form>
        ))}
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
