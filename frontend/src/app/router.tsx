import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { isDay } from "@/i18n/days";
import { parseSearch, stringifySearch } from "@/ui/address";
import { listSearch } from "@/ui/listSearch";
import { ErrorPage, NotFoundPage } from "./ErrorPage";
import { PageLoading } from "./PageLoading";

/** Which part of an agency's file is open, of which rollout, and which form on it. */
export type FileSearch = { tab?: string; rollout?: number; act?: string };

const one = (value: unknown) => (typeof value === "string" && value ? value : undefined);
const whole = (value: unknown) => (/^\d{1,9}$/.test(String(value)) ? Number(value) : undefined);

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
  }),
  component: lazyRouteComponent(() => import("@/pages/AgencyPage"), "AgencyPage"),
});

const findings = createRoute({
  getParentRoute: () => shell,
  path: "/findings",
  validateSearch: listSearch("findings"),
  component: lazyRouteComponent(() => import("@/pages/FindingListPage"), "FindingListPage"),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: "/documents",
  validateSearch: listSearch("documents"),
  component: lazyRouteComponent(() => import("@/pages/DocumentListPage"), "DocumentListPage"),
});

const proofs = createRoute({
  getParentRoute: () => shell,
  path: "/proofs",
  validateSearch: listSearch("certificates", "declarations"),
  component: lazyRouteComponent(() => import("@/pages/ProofListPage"), "ProofListPage"),
});

const tasks = createRoute({
  getParentRoute: () => shell,
  path: "/tasks",
  validateSearch: listSearch("tasks"),
  component: lazyRouteComponent(() => import("@/pages/TaskListPage"), "TaskListPage"),
});

const papers = createRoute({
  getParentRoute: () => shell,
  path: "/decisions-and-directives",
  validateSearch: listSearch("official-documents", "decisions", "directives"),
  component: lazyRouteComponent(() => import("@/pages/PaperListPage"), "PaperListPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    shell.addChildren([board, agencies, agency, findings, documents, proofs, tasks, papers]),
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
