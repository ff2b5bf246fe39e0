import { useQuery } from "@tanstack/react-query";
import { get } from "@/api/records";
import { formatNumber } from "@/i18n/format";
import styles from "./JobBar.module.css";

type Job = { state: string; failure: string; done: number; total: number };
type Props = {
  /** Unknown to the server until somebody works on it. */
  job: string | null;
  /** While nobody knows how much there is. */
  waiting: string;
  progress: (a: string, b: string) => string;
  /** When whoever worked on it is gone. */
  interrupted?: string;
};

/** How far a long work of the server is, asked while it runs. */
export function JobBar({ job, waiting, progress, interrupted }: Props) {
  const { data } = useQuery({
    queryKey: ["jobs", job],
    queryFn: () => get<Job>(`jobs/${job}`),
    enabled: job !== null,
    refetchInterval: ({ state }) => (state.data?.state === "failed" ? false : 700),
    retry: false,
  });
  const total = data?.total ?? 0;
  const text = total ? progress(formatNumber(data?.done ?? 0), formatNumber(total)) : waiting;
  if (interrupted && data?.failure === "interrupted") return <p role="alert">{interrupted}</p>;
  return (
    <span className={styles.progress} role="status">
      <progress value={total ? data?.done : undefined} max={total || 1} aria-label={text} />
      {text}
    </span>
  );
}
