import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch } from "@/ui/listSearch";
import { shell } from "./frame";

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

const procedures = createRoute({
  getParentRoute: () => shell,
  path: "/procedures",
  validateSearch: listSearch("admin-procedures", "coverage"),
  component: lazyRouteComponent(() => import("@/pages/ProcedureListPage"), "ProcedureListPage"),
});

const modelLists = createRoute({
  getParentRoute: () => shell,
  path: "/model-lists",
  component: lazyRouteComponent(() => import("@/pages/ModelListsPage"), "ModelListsPage"),
});

const policy = createRoute({
  getParentRoute: () => shell,
  path: "/rule-values",
  validateSearch: listSearch("policy-values"),
  component: lazyRouteComponent(() => import("@/pages/PolicyPage"), "PolicyPage"),
});

const reorganisations = createRoute({
  getParentRoute: () => shell,
  path: "/reorganisations",
  validateSearch: listSearch("successions"),
  component: lazyRouteComponent(() => import("@/pages/ReorganisationPage"), "ReorganisationPage"),
});

/** The lists behind the board's numbers, and the numbers of the law. */
export const lists = [
  findings,
  documents,
  proofs,
  tasks,
  papers,
  procedures,
  modelLists,
  policy,
  reorganisations,
] as const;
