import { DocumentList } from "@/features/lists/DocumentList";

export function DocumentListPage() {
  return <DocumentList />;
}
