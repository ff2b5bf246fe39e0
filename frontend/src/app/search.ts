/** Which part of an agency's file is open, of which rollout, and which form on it. */
export type FileSearch = {
  tab?: string;
  rollout?: number;
  act?: string;
  /** The record that the reader came for, and the one whose history is read: "finding:12". */
  record?: string;
  object?: string;
};

export const one = (value: unknown) => (typeof value === "string" && value ? value : undefined);
export const named = (value: unknown) =>
  typeof value === "string" && /^[a-z]+:[\w-]{1,40}$/.test(value) ? value : undefined;
export const whole = (value: unknown) =>
  /^\d{1,9}$/.test(String(value)) ? Number(value) : undefined;
