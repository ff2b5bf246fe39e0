import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Day } from "@/i18n/days";
import { api, body, ifMatch, once } from "./client";
import { keys } from "./keys";
import type { components } from "./schema";
import type { NextAct, Page, Query, Session } from "./types";

type Shapes = components["schemas"];

/** Every collection of facts and the row it holds; all of them are read and written alike. */
export type Records = {
  plans: Shapes["PlanShape"];
  submissions: Shapes["SubmissionShape"];
  appraisals: Shapes["AppraisalShape"];
  decisions: Shapes["DecisionShape"];
  directives: Shapes["DirectiveShape"];
  tasks: Shapes["TaskShape"];
  documents: Shapes["DocumentShape"];
  "document-versions": Shapes["VersionShape"];
  "list-approvals": Shapes["ApprovalShape"];
  promulgations: Shapes["PromulgationShape"];
  "model-lists": Shapes["ModelListShape"];
  audits: Shapes["AuditShape"];
  findings: Shapes["FindingShape"];
  "corrective-actions": Shapes["ActionShape"];
  applications: Shapes["ApplicationShape"];
  certificates: Shapes["CertificateShape"];
  declarations: Shapes["DeclarationShape"];
  "status-events": Shapes["EventShape"];
  "management-reviews": Shapes["ReviewShape"];
  trainings: Shapes["TrainingShape"];
  boards: Shapes["BoardShape"];
  "maintenance-years": Shapes["YearShape"];
  confirmations: Shapes["ConfirmationShape"];
  rollouts: Shapes["RolloutRow"];
  exemptions: Shapes["ExemptionShape"];
  comments: Shapes["CommentShape"];
  evidence: Shapes["EvidenceShape"];
  requests: Shapes["RequestShape"];
  "admin-procedures": Shapes["ProcedureShape"];
  imports: Shapes["ImportShape"];
  users: Shapes["UserShape"];
  reports: Shapes["ReportShape"];
  "feed-clients": Shapes["FeedClientShape"];
  "policy-values": Shapes["PolicyValueShape"];
  "scope-rules": Shapes["ScopeRuleShape"];
  "edition-dates": Shapes["EditionDateShape"];
  editions: Shapes["EditionShape"];
  agencies: Shapes["AgencyShape"];
  successions: Shapes["SuccessionShape"];
};
export type Collection = keyof Records;
export type Detail<C extends Collection> = Records[C] & { as_of: Day; next_acts: NextAct[] };

type Call = (
  path: string,
  init: { params?: object; body?: object; headers?: Record<string, string> },
) => Promise<{ data?: unknown; response: Response }>;
const raw = api as unknown as { GET: Call; POST: Call; PATCH: Call };

export function get<T>(path: string, query: Query = {}): Promise<T> {
  return body(
    raw.GET(`/api/v1/${path}`, { params: { query } }) as Promise<{ data?: T; response: Response }>,
  );
}

/** What a write would change; nothing is written. */
export function preview<T>(path: string, told: object): Promise<T> {
  return body(
    raw.POST(`/api/v1/${path}`, {
      params: { query: { dry_run: true } },
      body: told,
    }) as Promise<{ data?: T; response: Response }>,
  );
}

/** A page of a collection; 500 rows are more than any one agency has of anything. */
export function useRecords<C extends Collection>(collection: C, query: Query, enabled = true) {
  const asked = { limit: 500, ...query };
  return useQuery({
    queryKey: ["records", collection, asked],
    queryFn: () => get<Page<Records[C]>>(collection, asked),
    enabled,
  });
}

export type Extra = Record<string, unknown>;

/** One record with what its reader may do next. */
export function useRecord<C extends Collection>(collection: C, id: number, enabled = true) {
  return useQuery({
    queryKey: ["records", collection, id],
    queryFn: () => get<Detail<C> & Extra>(`${collection}/${id}`),
    enabled,
    staleTime: 0,
  });
}

export type Writing = {
  method: "POST" | "PATCH";
  path: string;
  told: object;
  /** One per opened form: a second click makes no second fact. */
  key: string;
  rowVersion?: number;
};

/** Writes, and then makes stale whatever a fact may have changed: that is nearly everything. */
export function useWrite() {
  const queries = useQueryClient();
  return useMutation({
    // Without a connection it fails at once and says so; what was written stays in the form.
    networkMode: "always",
    mutationFn: ({ method, path, told, key, rowVersion }: Writing) =>
      body(
        raw[method](`/api/v1/${path}`, {
          body: told,
          headers: {
            ...(method === "POST" ? once(key) : {}),
            ...(rowVersion === undefined ? {} : ifMatch(rowVersion)),
          },
        }),
      ),
    onSuccess: (_, { path }) => {
      // A record that was taken out is asked for no more.
      const [, collection, id] = path.match(/^([\w-]+)\/(\d+)\/void$/) ?? [];
      return queries.invalidateQueries({
        predicate: ({ queryKey: [first, second, third] }) =>
          first !== keys.session[0] &&
          first !== "catalogues" &&
          !(first === "records" && second === collection && third === Number(id)),
      });
    },
  });
}

/** Whether the reader may have to say on whose behalf; the server decides, this only shows the field. */
export function useIsCoordinator(): boolean {
  const session = useQueryClient().getQueryData<Session>(keys.session);
  return session?.user?.role === "coordinator";
}

/** Whether the reader's account has an act at all; on which records, the server says in next_acts. */
export function useMay(): (act: string) => boolean {
  const session = useQueryClient().getQueryData<Session>(keys.session);
  return (act) => session?.user?.acts.includes(act) ?? false;
}
