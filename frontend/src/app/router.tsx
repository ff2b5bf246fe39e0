import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { isDay } from "@/i18n/days";
import { parseSearch, stringifySearch } from "@/ui/address";
import { ErrorPage, NotFoundPage } from "./ErrorPage";
import { PageLoading } from "./PageLoading";

/** Filters of the list, as they stand in the address; the server judges their values. */
export type ListSearch = {
  kind?: string[];
  stage?: string[];
  edition?: string[];
  flag?: string[];
  in_scope?: string;
  search?: string;
  ordering?: string;
  limit?: number;
  offset?: number;
};

const one = (value: unknown) => (typeof value === "string" && value ? value : undefined);
const many = (value: unknown) => {
  const list = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === "string" && v);
  return list.length ? (list as string[]) : undefined;
};
const whole = (value: unknown) => (/^\d+$/.test(String(value)) ? Number(value) : undefined);

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): { as_of?: string } => {
    const day = one(search.as_of);
    return isDay(day) ? { as_of: day } : {};
  },
  // The day goes with every link, so that one looks at one and the same day until one says otherwise.
  search: { middlewares: [retainSearchParams(["as_of"])] },
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = one(search.next);
    return next?.startsWith("/") && !next.startsWith("//") ? { next } : {};
  },
  component: lazyRouteComponent(() => import("@/pages/LoginPage"), "LoginPage"),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: lazyRouteComponent(() => import("./Shell"), "Shell"),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("@/pages/DashboardPage"), "DashboardPage"),
});

const agencies = createRoute({
  getParentRoute: () => shell,
  path: "/agencies",
  validateSearch: (search: Record<string, unknown>): ListSearch => ({
    kind: many(search.kind),
    stage: many(search.stage),
    edition: many(search.edition),
    flag: many(search.flag),
    in_scope: one(search.in_scope),
    search: one(search.search),
    ordering: one(search.ordering),
    limit: whole(search.limit),
    offset: whole(search.offset),
  }),
  component: lazyRouteComponent(() => import("@/pages/AgencyListPage"), "AgencyListPage"),
});

const agency = createRoute({
  getParentRoute: () => shell,
  path: "/agencies/$code",
  validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: one(search.tab) }),
  component: lazyRouteComponent(() => import("@/pages/AgencyPage"), "AgencyPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([login, shell.addChildren([board, agencies, agency])]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
