import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { keys } from "@/api/keys";

export function useOperations() {
  return useQuery({
    queryKey: keys.operations,
    queryFn: () => body(api.GET("/api/v1/operations")),
  });
}
