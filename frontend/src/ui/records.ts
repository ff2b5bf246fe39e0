import { useSearch } from "@tanstack/react-router";
import type { Collection } from "@/api/records";
import { objectOf } from "./forms/parents";

type Place = { collection: Collection; tab: string };

/** Where each kind of record stands in the file of its agency, by its name in the trail. */
const places: Record<string, Place> = {
  rollout: { collection: "rollouts", tab: "plan" },
  plan: { collection: "plans", tab: "plan" },
  submission: { collection: "submissions", tab: "plan" },
  appraisal: { collection: "appraisals", tab: "plan" },
  decision: { collection: "decisions", tab: "plan" },
  directive: { collection: "directives", tab: "plan" },
  task: { collection: "tasks", tab: "plan" },
  exemption: { collection: "exemptions", tab: "plan" },
  document: { collection: "documents", tab: "documents" },
  documentversion: { collection: "document-versions", tab: "documents" },
  listapproval: { collection: "list-approvals", tab: "documents" },
  promulgation: { collection: "promulgations", tab: "documents" },
  audit: { collection: "audits", tab: "audits" },
  finding: { collection: "findings", tab: "audits" },
  correctiveaction: { collection: "corrective-actions", tab: "audits" },
  application: { collection: "applications", tab: "proofs" },
  certificate: { collection: "certificates", tab: "proofs" },
  declaration: { collection: "declarations", tab: "proofs" },
  statusevent: { collection: "status-events", tab: "proofs" },
  managementreview: { collection: "management-reviews", tab: "years" },
  training: { collection: "trainings", tab: "years" },
  board: { collection: "boards", tab: "years" },
  maintenanceyear: { collection: "maintenance-years", tab: "years" },
  enquiry: { collection: "requests", tab: "plan" },
  evidence: { collection: "evidence", tab: "evidence" },
  adminprocedure: { collection: "admin-procedures", tab: "procedures" },
};

export function placeOf(object: string): (Place & { id: string }) | undefined {
  const [kind = "", id = ""] = object.split(":");
  const place = places[kind];
  return place && /^\d+$/.test(id) ? { ...place, id } : undefined;
}

/** The record of the address, once it is drawn, is brought before the reader's eyes. */
const show = (element: HTMLElement | null) => element?.scrollIntoView({ block: "center" });

/** Whether this is the record that the reader came for; spread it on its element. */
export function useWanted(collection: Collection, id: number) {
  const { record } = useSearch({ strict: false }) as { record?: string };
  const wanted = record === objectOf(collection, id);
  return { wanted, mark: wanted ? { "data-wanted": true, ref: show } : {} };
}
