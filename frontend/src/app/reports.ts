import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch } from "@/ui/listSearch";
import { shell } from "./frame";
import { one } from "./search";

const reports = createRoute({
  getParentRoute: () => shell,
  path: "/reports",
  validateSearch: listSearch("reports"),
  component: lazyRouteComponent(() => import("@/pages/ReportsPage"), "ReportsPage"),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: "/reports/$id",
  component: lazyRouteComponent(() => import("@/pages/ReportPage"), "ReportPage"),
});

const indicators = createRoute({
  getParentRoute: () => shell,
  path: "/indicators",
  validateSearch: (search: Record<string, unknown>): { period?: string } => ({
    period: one(search.period),
  }),
  component: lazyRouteComponent(() => import("@/pages/IndicatorsPage"), "IndicatorsPage"),
});

const feedClients = createRoute({
  getParentRoute: () => shell,
  path: "/feed-clients",
  validateSearch: listSearch("feed-clients"),
  component: lazyRouteComponent(() => import("@/pages/FeedClientsPage"), "FeedClientsPage"),
});

const feedClient = createRoute({
  getParentRoute: () => shell,
  path: "/feed-clients/$id",
  component: lazyRouteComponent(() => import("@/pages/FeedClientPage"), "FeedClientPage"),
});

/** What leaves the house: reports, indicators and the list behind one, feed tokens. */
export const leaving = [reports, report, indicators, feedClients, feedClient] as const;
