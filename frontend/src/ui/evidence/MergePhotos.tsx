import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { freshKey } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useMay, useWrite } from "@/api/records";
import { formatNumber } from "@/i18n/format";
import { ProblemNotice } from "../ProblemNotice";
import type { FileProof } from "./EvidenceList";

type Props = { files: readonly FileProof[]; object?: string };

/** The photographed pages of one paper become one PDF, in the order of the list. */
export function MergePhotos({ files, object }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const write = useWrite();
  const [key, setKey] = useState(freshKey);
  const photos = files.filter(({ media_type }) => media_type.startsWith("image/"));
  if (photos.length < 2 || !may("evidence.attach")) return null;
  const merge = () =>
    write.mutate(
      {
        method: "POST",
        path: "evidence/merge",
        told: { evidence: photos.map(({ id }) => id), object },
        key,
      },
      { onSettled: () => setKey(freshKey()) },
    );
  return (
    <div>
      <Button size="xs" variant="default" onClick={merge} loading={write.isPending}>
        {t("evidence.merge", { n: formatNumber(photos.length) })}
      </Button>
      {write.error && <ProblemNotice problem={asProblem(write.error)} />}
    </div>
  );
}
