import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseSearch, stringifySearch } from "@/ui/address";
import { listSearch } from "@/ui/listSearch";
import { ErrorPage } from "./ErrorPage";
import { root, shell } from "./frame";
import { lists } from "./lists";
import { PageLoading } from "./PageLoading";
import { leaving } from "./reports";
import { type FileSearch, named, one, whole } from "./search";

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = one(search.next);
    return next?.startsWith("/") && !next.startsWith("//") ? { next } : {};
  },
  component: lazyRouteComponent(() => import("@/pages/LoginPage"), "LoginPage"),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("@/pages/DashboardPage"), "DashboardPage"),
});

const agencies = createRoute({
  getParentRoute: () => shell,
  path: "/agencies",
  validateSearch: listSearch("agencies"),
  component: lazyRouteComponent(() => import("@/pages/AgencyListPage"), "AgencyListPage"),
});

const agency = createRoute({
  getParentRoute: () => shell,
  path: "/agencies/$code",
  validateSearch: (search: Record<string, unknown>): FileSearch => ({
    tab: one(search.tab),
    rollout: whole(search.rollout),
    act: one(search.act),
    record: named(search.record),
    object: named(search.object),
  }),
  component: lazyRouteComponent(() => import("@/pages/AgencyPage"), "AgencyPage"),
});

const quality = createRoute({
  getParentRoute: () => shell,
  path: "/data-quality",
  validateSearch: (search: Record<string, unknown>): { check?: string; offset?: number } => ({
    check: one(search.check),
    offset: whole(search.offset),
  }),
  component: lazyRouteComponent(() => import("@/pages/QualityPage"), "QualityPage"),
});

const accounts = createRoute({
  getParentRoute: () => shell,
  path: "/accounts",
  validateSearch: listSearch("users"),
  component: lazyRouteComponent(() => import("@/pages/AccountsPage"), "AccountsPage"),
});

const today = createRoute({
  getParentRoute: () => shell,
  path: "/today",
  component: lazyRouteComponent(() => import("@/pages/TodayPage"), "TodayPage"),
});

const letters = createRoute({
  getParentRoute: () => shell,
  path: "/letters",
  validateSearch: (search: Record<string, unknown>): { letter?: number } => ({
    letter: whole(search.letter),
  }),
  component: lazyRouteComponent(() => import("@/pages/LettersPage"), "LettersPage"),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: "/imports",
  component: lazyRouteComponent(() => import("@/pages/ImportsPage"), "ImportsPage"),
});

/** Any record by its name in the trail: leads to its place in the file of its agency. */
const record = createRoute({
  getParentRoute: () => shell,
  path: "/records/$object",
  component: lazyRouteComponent(() => import("@/pages/RecordPage"), "RecordPage"),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: "/second-factor",
  component: lazyRouteComponent(() => import("@/pages/SecondFactorPage"), "SecondFactorPage"),
});

const operations = createRoute({
  getParentRoute: () => shell,
  path: "/operations",
  component: lazyRouteComponent(() => import("@/pages/OperationsPage"), "OperationsPage"),
});

const password = createRoute({
  getParentRoute: () => root,
  path: "/set-password",
  component: lazyRouteComponent(() => import("@/pages/PasswordPage"), "PasswordPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    password,
    secondFactor,
    shell.addChildren([
      board,
      today,
      agencies,
      agency,
      ...lists,
      ...leaving,
      quality,
      accounts,
      imports,
      letters,
      operations,
      record,
    ]),
  ]),
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
