import { Button, FileButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { freshKey, once } from "@/api/client";
import { asProblem } from "@/api/problem";
import { send } from "@/api/upload";
import { formatNumber } from "@/i18n/format";
import { FILES } from "../evidence/EvidenceDrop";
import { ProblemNotice } from "../ProblemNotice";

type Props = {
  agency: string;
  name: string;
  value: number[];
  onChange: (ids: number[]) => void;
};

/** The files that prove one line: sent at once, attached when the line is saved. */
export function FilesField({ agency, name, value, onChange }: Props) {
  const { t } = useTranslation();
  const sending = useMutation({
    mutationFn: async (files: File[]) => {
      const kept = files.map((file) => {
        const form = new FormData();
        form.append("agency", agency);
        form.append("file", file);
        return send<{ id: number }>({ path: "evidence", form, headers: once(freshKey()) });
      });
      return (await Promise.all(kept)).map(({ id }) => id);
    },
    onSuccess: (ids) => onChange([...value, ...ids]),
  });
  return (
    <>
      <FileButton multiple accept={FILES} onChange={sending.mutate}>
        {(props) => (
          <Button
            {...props}
            size="compact-xs"
            variant="default"
            aria-label={name}
            loading={sending.isPending}
          >
            {value.length ? t("evidence.n", { n: formatNumber(value.length) }) : t("evidence.add")}
          </Button>
        )}
      </FileButton>
      {sending.error && <ProblemNotice problem={asProblem(sending.error)} />}
    </>
  );
}
