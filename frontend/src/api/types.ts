/** Short names for the shapes of docs/openapi.yaml; schema.d.ts is generated and never edited. */
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

export type Session = Schemas["SessionShape"];
export type Operations = Schemas["OperationsShape"];
export type User = NonNullable<Session["user"]>;
export type Role = User["role"];
export type NextAct = Omit<Schemas["NextAct"], "blockers"> & {
  blockers: import("./problem").Blocker[];
};
export type AgencyRef = Schemas["AgencyBriefShape"];
export type Provenance = Schemas["ProvenanceShape"];

export type Label = Schemas["LabelShape"];
export type StageLabel = Schemas["StageLabelShape"];
export type Catalogues = Schemas["CataloguesShape"];

export type Maintained = Schemas["Maintained"];
export type Rate = Schemas["Rate"];
export type Summary = Schemas["SummaryShape"];
export type TrendPoint = Schemas["PointShape"];
export type Trend = Schemas["TrendShape"];
export type Deadline = Schemas["LateShape"];
export type Change = Schemas["ChangeShape"];
export type AgencyRow = Schemas["AgencyProgress"];
export type Agency = Schemas["AgencyShape"];
export type Lineage = Schemas["LineageShape"];
export type Rollout = Schemas["RolloutRow"];
export type RolloutDetail = Schemas["RolloutDetail"];
export type Station = Schemas["JourneyStep"];

/** Parameters of a list as they stand in an address; a repeated one means or. */
export type Query = Record<
  string,
  string | number | boolean | readonly (string | number)[] | undefined
>;

/** What a GET of this address answers. */
export type AnswerOf<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;
/** Addresses that answer pages of rows. */
export type ListPath = {
  [P in keyof paths]: AnswerOf<P> extends { count: number; results: unknown[] } ? P : never;
}[keyof paths];
export type RowOf<P extends ListPath> =
  AnswerOf<P> extends { results: (infer Row)[] } ? Row : never;
export type Page<Row> = {
  count: number;
  next?: string | null;
  previous?: string | null;
  results: Row[];
};
