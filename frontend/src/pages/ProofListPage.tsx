import { ProofList } from "@/features/lists/ProofList";

export function ProofListPage() {
  return <ProofList />;
}
