import { PaperList } from "@/features/lists/PaperList";

export function PaperListPage() {
  return <PaperList />;
}
