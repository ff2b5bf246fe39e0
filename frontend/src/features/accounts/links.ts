import { freshKey } from "@/api/client";
import { type Records, useWrite } from "@/api/records";
import type { components } from "@/api/schema";

/** The account with its link: the token is told once. */
export type LinkAnswer = components["schemas"]["LinkShape"];

/** The address under which the person sets the password; what follows # never reaches a log. */
export const linkOf = (token: string) => `${location.origin}/set-password#${token}`;

/** Makes the link of an account that has just been created. */
export function useNewLink() {
  const write = useWrite();
  return (user: Records["users"]) =>
    write.mutateAsync({
      method: "POST",
      path: `users/${user.id}/reset_password`,
      told: {},
      key: freshKey(),
      rowVersion: user.row_version,
    }) as Promise<LinkAnswer>;
}
