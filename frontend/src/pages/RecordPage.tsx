import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Collection, get } from "@/api/records";
import type { AgencyRef } from "@/api/types";
import { Trail } from "@/features/history/Trail";
import { objectOf } from "@/ui/forms/parents";
import { useObjectName } from "@/ui/forms/words";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { placeOf } from "@/ui/records";

type Home = { agency?: AgencyRef | null; rollout?: number | null; record?: string };
type Found = Home & {
  rollouts?: { id: number; agency: AgencyRef }[];
  tasks?: { agency: AgencyRef }[];
  document?: number;
  finding?: number;
};

/** In whose file a record stands, and the line it stands on; of what hangs on another, of that one. */
async function homeOf(collection: Collection, id: string | number): Promise<Home> {
  const found = await get<Found>(`${collection}/${id}`);
  const record = objectOf(collection, id);
  if (collection === "rollouts") return { agency: found.agency, rollout: Number(id) };
  if (collection === "document-versions") return homeOf("documents", found.document ?? 0);
  if (collection === "corrective-actions") return homeOf("findings", found.finding ?? 0);
  const [first] = found.rollouts ?? [];
  if (first) return { agency: first.agency, rollout: first.id, record };
  return { agency: found.agency ?? found.tasks?.[0]?.agency, rollout: found.rollout, record };
}

/** A record by its name in the trail: its place in the agency's file, or else its history. */
export function RecordPage() {
  const { t } = useTranslation();
  const objectName = useObjectName();
  const { object } = useParams({ from: "/shell/records/$object" });
  const place = placeOf(object);
  const home = useQuery({
    queryKey: ["records", "home", object],
    queryFn: async (): Promise<Home> => (place ? homeOf(place.collection, place.id) : {}),
    enabled: place !== undefined,
    retry: false,
  });
  if (place && home.isPending) return <Loading lines={8} height={360} />;
  const code = home.data?.agency?.code;
  if (place && code) {
    const rollout = home.data?.rollout ?? undefined;
    const search = { tab: place.tab, rollout, record: home.data?.record };
    return <Navigate to="/agencies/$code" params={{ code }} search={search} replace />;
  }
  return (
    <>
      <PageHeader title={objectName(object)} />
      <Panel title={t("tab.history")}>
        <Trail object={object} />
      </Panel>
    </>
  );
}
