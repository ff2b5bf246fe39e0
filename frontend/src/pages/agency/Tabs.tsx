import { Notifications } from "@mantine/notifications";
import "@mantine/core/styles/Notification.css";
import "@mantine/notifications/styles.css";
import { Tabs } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { internalForm } from "@/features/audits/forms";
import type { FileProps } from "@/ui/file";
import { Loading } from "@/ui/Loading";
import styles from "./agency.module.css";

const PlanTab = lazy(() =>
  import("@/features/plans/PlanTab").then((module) => ({ default: module.PlanTab })),
);
const DocumentsTab = lazy(() =>
  import("@/features/documents/DocumentsTab").then((module) => ({ default: module.DocumentsTab })),
);
const AuditsTab = lazy(() =>
  import("@/features/audits/AuditsTab").then((module) => ({ default: module.AuditsTab })),
);
const ProofsTab = lazy(() =>
  import("@/features/certificates/ProofsTab").then((module) => ({ default: module.ProofsTab })),
);
const YearsTab = lazy(() =>
  import("@/features/maintenance/YearsTab").then((module) => ({ default: module.YearsTab })),
);
const Requests = lazy(() =>
  import("@/features/requests/Requests").then((module) => ({ default: module.Requests })),
);
const ProceduresTab = lazy(() =>
  import("@/features/procedures/ProceduresTab").then((module) => ({
    default: module.ProceduresTab,
  })),
);
const EvidenceTab = lazy(() =>
  import("@/features/evidence/EvidenceTab").then((module) => ({ default: module.EvidenceTab })),
);
const HistoryTab = lazy(() =>
  import("@/features/history/HistoryTab").then((module) => ({ default: module.HistoryTab })),
);

const tabs = [
  "plan",
  "documents",
  "audits",
  "proofs",
  "procedures",
  "years",
  "evidence",
  "history",
] as const;
type Tab = (typeof tabs)[number];
const known = (tab: string | undefined): Tab => tabs.find((each) => each === tab) ?? "plan";

type Props = { tab: string | undefined; onTab: (tab: string) => void; file: FileProps };

/** The parts of an agency's file; which one is open stands in the address. */
export function AgencyTabs({ tab, onTab, file }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Tabs value={known(tab)} onChange={(next) => next && onTab(next)} keepMounted={false}>
        <Tabs.List aria-label={t("agency.tabs")} className={styles.tabs}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Suspense fallback={<Loading lines={6} height={240} />}>
              <Part tab={each} file={file} />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
      <Notifications position="bottom-left" />
    </>
  );
}

function Part({ tab, file }: { tab: Tab; file: FileProps }) {
  switch (tab) {
    case "plan":
      return (
        <div className={styles.parts}>
          <PlanTab {...file} />
          <Requests {...file} />
        </div>
      );
    case "documents":
      return <DocumentsTab {...file} />;
    case "audits":
      return <AuditsTab {...file} />;
    case "proofs":
      return <ProofsTab {...file} />;
    case "years":
      return <YearsTab {...file} also={[internalForm]} />;
    case "procedures":
      return <ProceduresTab {...file} />;
    case "evidence":
      return <EvidenceTab {...file} />;
    case "history":
      return <HistoryTab agency={file.agency} />;
  }
}
