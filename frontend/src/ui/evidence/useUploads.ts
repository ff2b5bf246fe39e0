import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { freshKey, once } from "@/api/client";
import { asProblem, type Problem } from "@/api/problem";
import { send } from "@/api/upload";

type Kept = { id: number; row_version: number };
export type Sending = {
  key: string;
  file: File;
  share: number;
  /** As the server keeps it, once it has arrived. */
  kept?: Kept;
  problem?: Problem;
};

/** Files on their way, each for itself: what fails can be sent again, what is slow may follow. */
export function useUploads(
  agency: string | undefined,
  to: { object?: string; list?: boolean } = {},
) {
  const queries = useQueryClient();
  const [rows, setRows] = useState<Sending[]>([]);
  // Once the act is on record, what arrives later is attached to it.
  const record = useRef(to.object);

  const change = (key: string, part: Partial<Sending>) =>
    setRows((old) => old.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const refresh = () => queries.invalidateQueries({ queryKey: ["records"] });

  /** Sent once; with its record when that is known, else attached to it when it is made meanwhile. */
  const settle = async (key: string, sent: Promise<Kept>, on?: string) => {
    try {
      const kept = await sent;
      change(key, { kept, share: 1 });
      if (record.current && record.current !== on) await attach(kept, record.current);
      if (!to.list) return;
      await refresh();
      // A file that stands in the list below need not stand above it too.
      setRows((old) => old.filter((row) => row.key !== key));
    } catch (thrown) {
      change(key, { problem: asProblem(thrown) });
    }
  };

  const attach = async (kept: Kept, object: string) => {
    const form = new FormData();
    form.append("object", object);
    const headers = { "If-Match": `"${kept.row_version}"` };
    await send({ path: `evidence/${kept.id}/attach`, form, headers });
    await refresh();
  };

  const start = (key: string, file: File): Promise<void> => {
    const form = new FormData();
    form.append("agency", agency ?? "");
    form.append("file", file);
    const on = record.current;
    if (on) form.append("object", on);
    const onProgress = (share: number) => change(key, { share });
    return settle(key, send<Kept>({ path: "evidence", form, headers: once(key), onProgress }), on);
  };

  /** One after the other: photographed pages stand in the order in which they were chosen. */
  const inTurn = async (added: readonly Sending[]) => {
    for (const { key, file } of added) await start(key, file);
  };

  return {
    rows,
    ids: () => rows.flatMap(({ kept }) => (kept ? [kept.id] : [])),
    add: (files: readonly File[]) => {
      const added = files.map((file) => ({ key: freshKey(), file, share: 0 }));
      setRows((old) => [...old, ...added]);
      void inTurn(added);
    },
    retry: (key: string) => {
      const row = rows.find((each) => each.key === key);
      if (!row) return;
      change(key, { problem: undefined, share: 0 });
      if (row.kept) void settle(key, Promise.resolve(row.kept));
      else void start(key, row.file);
    },
    remove: (key: string) => setRows((old) => old.filter((row) => row.key !== key)),
    /** The act is on record: attach what is not there yet as soon as it arrives. */
    follow: (object: string) => {
      record.current = object;
    },
  };
}
export type Uploads = ReturnType<typeof useUploads>;
