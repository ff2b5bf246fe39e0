/**
 * Shapes written by hand from the contract until docs/openapi.yaml exists.
 * `npm run types` writes schema.d.ts; then client.ts takes `paths` from there and this file goes.
 */
import type { Day } from "@/i18n/days";
import type { Blocker } from "./problem";

export type Role = "officer" | "head" | "coordinator" | "council" | "administrator";
export type User = {
  username: string;
  name: string;
  role: Role;
  agency: AgencyRef | string | null;
};
export type Session = { user: User | null; illustration?: boolean; province?: string };

export type NextAct = { act: string; allowed: boolean; blockers: Blocker[] };
export type AgencyRef = { code: string; name: string; kind: string };
export type Count = { stage: string; count: number };
export type Page<T> = { count: number; next: string | null; previous: string | null; results: T[] };
export type Provenance = {
  source: string | null;
  real: boolean;
  recorded_at: string | null;
  recorded_by: string | null;
  reported_by: Day | null;
  confirmed_on: Day | null;
  confirmed_by: string | null;
};

export type Label = { code: string; label: string; label_en?: string };
export type StageLabel = Label & { order: number; band: string; tone: string };
export type Catalogues = {
  stages: StageLabel[];
  flags: (Label & { tone?: string })[];
  tracks: Label[];
  agency_kinds: (Label & { order?: number })[];
  document_kinds: (Label & { level: number | null; is_procedure: boolean })[];
  grades: Label[];
  audit_types: Label[];
  editions?: (Label & { from: Day | null; to: Day | null })[];
  roles?: Label[];
  /** What the programme's timeline draws: directives and reorganisations as ticks. */
  milestones?: { on: Day; label: string; label_en?: string }[];
};

export type Maintained = { yes: number; no: number; unknown: number };
export type Rate = {
  code: string;
  numerator: number;
  confirmed: number;
  implied: number;
  denominator: number;
};
export type Summary = {
  as_of: Day;
  illustration?: boolean;
  agencies: {
    in_scope: number;
    outside_scope: number;
    no_data: number;
    by_kind: Record<string, number>;
  };
  by_stage: (Count & { maintained?: Maintained })[];
  by_kind_stage?: {
    kind: string;
    stage: string;
    count: number;
    no_data?: number;
    maintained?: Maintained;
  }[];
  by_edition?: { edition: string; count: number }[];
  rates: Rate[];
  findings: {
    major: number;
    minor: number;
    observation: number;
    open: number;
    unverified: number;
    undisposed: number;
  };
  overdue: { findings: number; tasks: number };
  documents: {
    planned: number;
    in_force: number;
    agencies_without_list: number;
    by_kind: Record<string, number>;
  };
  proofs: {
    certificates_in_force: number;
    declarations_in_force: number;
    agencies_with_proof: number;
    maintained: Maintained;
    expiring_90_days: number;
  };
  /** The numbers of the one sentence; the change is since the end of the last quarter. */
  sentence?: {
    proven: number;
    maintained: number;
    in_scope: number;
    change: number | null;
    change_since: Day | null;
    late: number;
    no_data: number;
  };
  data_quality?: { flags: number; fresh_90_days: number };
  lists: Record<string, string>;
};

export type TrendPoint = {
  day: Day;
  in_scope: number;
  no_data?: number;
  by_stage: Count[];
  documents: { planned: number; in_force: number };
  findings: { open: number; overdue: number };
  proofs: Summary["proofs"];
  rates: Rate[];
};
export type Trend = { points: TrendPoint[] };

export type Deadline = {
  agency: AgencyRef;
  what: string;
  due_on: Day;
  days: number;
  why?: string | null;
  responsible?: string | null;
  unanswered?: number;
};
export type Change = {
  on: Day;
  recorded_at: string;
  agency: AgencyRef;
  text: string;
  number?: string | null;
  tone?: string;
  late?: boolean;
};

export type AgencyRow = {
  agency: AgencyRef;
  in_scope: boolean;
  stage: string;
  stage_since: Day | null;
  days_in_stage: number | null;
  edition: string | null;
  track: string | null;
  flags: string[];
  maintained: "yes" | "no" | "unknown" | null;
  documents: { planned: number | null; in_force: number | null };
  findings: {
    major: number;
    minor: number;
    observation: number;
    open: number;
    unverified: number;
    undisposed: number;
    overdue: number;
  } | null;
  next_deadline: { on: Day; what: string } | null;
};
export type Agency = AgencyRef & { valid_from: Day | null; valid_to: Day | null; as_of: Day };
export type Lineage = {
  predecessors: (AgencyRef & { kind_of_succession: string; effective_on: Day })[];
  successors: (AgencyRef & { kind_of_succession: string; effective_on: Day })[];
};
export type Rollout = {
  id: number;
  agency: AgencyRef;
  edition: string;
  track: string;
  cycle: number;
  opened_on: Day | null;
  stage: string;
  stage_since: Day | null;
  flags: string[];
  next_acts?: NextAct[];
  as_of: Day;
  row_version: number;
};
export type Station = {
  stage: string;
  reached_on: Day | null;
  number: string | null;
  planned_on: Day | null;
  missing: { code: string; message: string }[];
};

type Answer<T> = { responses: { 200: { content: { "application/json": T } } } };
type Read<T, Query = AsOf, Path = never> = {
  get: { parameters: { query?: Query; path: Path } } & Answer<T>;
};
type AsOf = { as_of?: Day };
type Paging = { limit?: number; offset?: number; ordering?: string; search?: string };
export type AgencyFilters = AsOf &
  Paging & {
    kind?: string[];
    stage?: string[];
    edition?: string[];
    flag?: string[];
    in_scope?: string;
  };

export interface paths {
  "/api/v1/session": {
    get: Answer<Session>;
    post: Answer<Session> & {
      requestBody: { content: { "application/json": { username: string; password: string } } };
    };
    delete: Answer<Session>;
  };
  "/api/v1/catalogues": { get: Answer<Catalogues> };
  "/api/v1/progress/summary": Read<Summary, AsOf, undefined>;
  "/api/v1/progress/trend": Read<Trend, AsOf, undefined>;
  "/api/v1/progress/agencies": Read<Page<AgencyRow>, AgencyFilters, undefined>;
  "/api/v1/progress/deadlines": Read<Page<Deadline>, AsOf & Paging, undefined>;
  "/api/v1/progress/changes": Read<Page<Change>, { from: Day; to: Day } & Paging, undefined>;
  "/api/v1/agencies": Read<Page<AgencyRef>, AsOf & Paging & { active?: string }, undefined>;
  "/api/v1/agencies/{code}": Read<Agency, AsOf, { code: string }>;
  "/api/v1/agencies/{code}/lineage": Read<Lineage, AsOf, { code: string }>;
  "/api/v1/agencies/{code}/rollouts": Read<Page<Rollout>, AsOf & Paging, { code: string }>;
  "/api/v1/rollouts/{id}": Read<Rollout, AsOf, { id: number }>;
  "/api/v1/rollouts/{id}/journey": Read<Station[], AsOf, { id: number }>;
}
