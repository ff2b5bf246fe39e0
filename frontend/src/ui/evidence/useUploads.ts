import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { freshKey, once } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { send } from "@/api/upload";

export type Sending = {
  key: string;
  file: File;
  share: number;
  id?: number;
  problem?: Problem;
};
type Kept = { id: number; row_version: number };

/** Files on their way, each for itself: what fails can be sent again, what is slow may follow. */
export function useUploads(agency: string | undefined, object?: string) {
  const queries = useQueryClient();
  const [rows, setRows] = useState<Sending[]>([]);
  const under = useRef(new Map<string, Promise<Kept>>());
  // Once the act is on record, what arrives later is attached to it.
  const record = useRef(object);

  const change = (key: string, part: Partial<Sending>) =>
    setRows((old) => old.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const attach = async (kept: Kept, object: string) => {
    const form = new FormData();
    form.append("object", object);
    await send({
      path: `evidence/${kept.id}/attach`,
      form,
      headers: { "If-Match": `"${kept.row_version}"` },
    });
    await queries.invalidateQueries({ queryKey: ["records"] });
  };

  const start = (key: string, file: File) => {
    const form = new FormData();
    form.append("agency", agency ?? "");
    form.append("file", file);
    const sent = send<Kept>({
      path: "evidence",
      form,
      headers: once(key),
      onProgress: (share) => change(key, { share }),
    });
    under.current.set(key, sent);
    sent.then(
      (kept) => {
        under.current.delete(key);
        change(key, { id: kept.id, share: 1 });
        if (record.current) void attach(kept, record.current);
      },
      (thrown) => {
        under.current.delete(key);
        change(key, { problem: asProblem(thrown) });
      },
    );
  };

  return {
    rows,
    ids: () => rows.flatMap(({ id }) => (id === undefined ? [] : [id])),
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ key: freshKey(), file, share: 0 }));
      setRows((old) => [...old, ...added]);
      for (const { key, file } of added) start(key, file);
    },
    retry: (key: string) => {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      change(key, { problem: undefined, share: 0 });
      start(key, row.file);
    },
    remove: (key: string) => setRows((old) => old.filter((row) => row.key !== key)),
    /** The act is on record: attach what is not there yet as soon as it arrives. */
    follow: (object: string) => {
      record.current = object;
    },
  };
}
export type Uploads = ReturnType<typeof useUploads>;
