import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Loading } from "./Loading";
import { ProblemNotice } from "./ProblemNotice";

type Props<T> = {
  query: Pick<UseQueryResult<T>, "data" | "error" | "refetch">;
  lines?: number;
  height?: number;
  children: (data: T) => ReactNode;
};

/** Skeleton, then what was read, or what went wrong in its place. */
export function Loaded<T>({ query, lines = 3, height = 90, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemNotice problem={query.error} onRetry={query.refetch} />;
  return <Loading lines={lines} height={height} />;
}
