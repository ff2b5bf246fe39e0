import { FindingList } from "@/features/lists/FindingList";

export function FindingListPage() {
  return <FindingList />;
}
