import { MantineProvider } from "@mantine/core";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { nonce } from "./nonce";
import { router } from "./router";
import { theme } from "./theme";

const queries = new QueryClient({
  queryCache: new QueryCache({
    // A session that ended meanwhile: the guard sees no user and shows the sign-in page, address kept.
    onError(error) {
      if (error instanceof Problem && error.status === 401)
        queries.setQueryData(keys.session, { user: null });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
    },
  },
});

export function Application() {
  return (
    <QueryClientProvider client={queries}>
      <MantineProvider theme={theme} defaultColorScheme="light" getStyleNonce={() => nonce ?? ""}>
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  );
}
