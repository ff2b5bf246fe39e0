import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { keys } from "@/api/keys";
import type { components } from "@/api/schema";
import { dropAllDrafts } from "@/ui/forms/drafts";

export function useSession() {
  return useQuery({
    queryKey: keys.session,
    queryFn: () => body(api.GET("/api/v1/session")),
    staleTime: 60_000,
  });
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (told: { username: string; password: string; totp?: string }) => {
      // The cookie for the CSRF header comes with the first read of the session.
      await queries.ensureQueryData({
        queryKey: keys.session,
        queryFn: () => body(api.GET("/api/v1/session")),
      });
      return body(api.POST("/api/v1/session", { body: told }));
    },
    onSuccess: (session) => queries.setQueryData(keys.session, session),
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.DELETE("/api/v1/session")),
    onSuccess: () => {
      // What one person saw or wrote must not be shown to the next.
      dropAllDrafts();
      queries.setQueryData(keys.session, { user: null });
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
    },
  });
}

/** With the one-time link; afterwards the person signs in with name and password. */
export function useSetPassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (told: { token: string; password: string }) => {
      await queries.ensureQueryData({
        queryKey: keys.session,
        queryFn: () => body(api.GET("/api/v1/session")),
      });
      return body(api.POST("/api/v1/session/password", { body: told }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.session }),
  });
}

export type Invitation = components["schemas"]["TotpShape"];

/** The secret for an authenticator app, until the account has one-time codes. */
export function useInvitation(enabled: boolean) {
  return useQuery({
    queryKey: keys.totp,
    queryFn: () => body(api.GET("/api/v1/session/totp")),
    enabled,
    gcTime: 0,
  });
}

export function useSetTotp() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (told: { code: string }) => body(api.POST("/api/v1/session/totp", { body: told })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.session }),
  });
}
