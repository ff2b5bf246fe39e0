import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Collection, useMay, useRecord } from "@/api/records";
import { objectOf } from "../forms/parents";
import { Loaded } from "../Loaded";
import { EvidenceDrop } from "./EvidenceDrop";
import { EvidenceList, type FileProof } from "./EvidenceList";
import styles from "./evidence.module.css";
import { MergePhotos } from "./MergePhotos";
import { useUploads } from "./useUploads";

type Props = { collection: Collection; id: number; name: string; onClose: () => void };

/** The files that prove one record: looked at, added to, replaced, taken back. */
export function EvidenceDialog({ collection, id, name, onClose }: Props) {
  const { t } = useTranslation();
  const record = useRecord(collection, id);
  const may = useMay();
  const data = record.data as
    | { agency?: { code: string }; rollouts?: { agency: { code: string } }[] }
    | undefined;
  const agency = data?.agency?.code ?? data?.rollouts?.[0]?.agency.code;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${t("evidence.title")} · ${name}`}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <div className={styles.dialog}>
        <Loaded query={record}>
          {(found) => {
            const files = (found as { evidence?: FileProof[] }).evidence ?? [];
            return (
              <>
                <EvidenceList files={files} />
                <MergePhotos files={files} object={objectOf(collection, id)} />
              </>
            );
          }}
        </Loaded>
        {agency && may("evidence.attach") && (
          <Adding agency={agency} object={objectOf(collection, id)} />
        )}
      </div>
    </Modal>
  );
}

function Adding({ agency, object }: { agency: string; object: string }) {
  const uploads = useUploads(agency, { object, list: true });
  return <EvidenceDrop uploads={uploads} />;
}
