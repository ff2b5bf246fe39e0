import { useTranslation } from "react-i18next";
import { useMay, useRecords } from "@/api/records";
import { Empty } from "@/ui/Empty";
import { EvidenceDrop } from "@/ui/evidence/EvidenceDrop";
import { EvidenceList } from "@/ui/evidence/EvidenceList";
import { useUploads } from "@/ui/evidence/useUploads";
import type { FileProps } from "@/ui/file";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";

/** Every file of the agency, the newest first, whatever record it proves. */
export function EvidenceTab({ agency, asOf }: FileProps) {
  const { t } = useTranslation();
  const may = useMay();
  const uploads = useUploads(agency, { list: true });
  const files = useRecords("evidence", { agency, as_of: asOf, ordering: "-recorded_at" });
  return (
    <Panel title={t("evidence.title")} aside={files.data && String(files.data.count)}>
      {may("evidence.attach") && <EvidenceDrop uploads={uploads} />}
      <Loaded query={files}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty text={t("evidence.tabNone")} />
          ) : (
            <EvidenceList files={results} />
          )
        }
      </Loaded>
    </Panel>
  );
}
