import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { startI18n } from "@/i18n";

/** Renders a part of the screens as the application does, in Vietnamese. */
export async function show(children: ReactNode) {
  await startI18n("vi");
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <MantineProvider env="test">{children}</MantineProvider>
    </QueryClientProvider>,
  );
}
