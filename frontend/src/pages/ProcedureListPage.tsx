import { ProcedureList } from "@/features/lists/ProcedureList";

export function ProcedureListPage() {
  return <ProcedureList />;
}
