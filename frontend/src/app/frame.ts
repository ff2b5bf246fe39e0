import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import { isDay } from "@/i18n/days";
import { ErrorPage, NotFoundPage } from "./ErrorPage";
import { one } from "./search";

export const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): { as_of?: string } => {
    const day = one(search.as_of);
    return isDay(day) ? { as_of: day } : {};
  },
  // The day goes with every link, so that one looks at one and the same day until one says otherwise.
  search: { middlewares: [retainSearchParams(["as_of"])] },
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

/** Around every page of somebody signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  component: lazyRouteComponent(() => import("./Shell"), "Shell"),
});
