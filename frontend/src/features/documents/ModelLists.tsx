import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useMay, useRecords } from "@/api/records";
import { formatDay, formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import { OpenForm } from "@/ui/forms/OpenForm";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import styles from "./copy.module.css";
import { modelRecord, newModelForm } from "./forms";
import { ModelLines } from "./ModelLines";

type Model = Records["model-lists"];

/** The province's model lists: which documents an agency of a kind usually has. */
export function ModelLists() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const query = { active: "true", as_of: asOf };
  const models = useRecords("model-lists", query);
  return (
    <div className={styles.models}>
      <Panel
        title={t("model.list")}
        aside={<ExportLinks path="/api/v1/model-lists" query={query} />}
        note={t("model.note")}
      >
        {may("model_list.record") && (
          <Button
            size="xs"
            variant="default"
            className="screen-only"
            onClick={() => setMaking(true)}
          >
            {t("model.new")}
          </Button>
        )}
        {making && <OpenForm spec={newModelForm} parents={{}} onClose={() => setMaking(false)} />}
        <Loaded query={models} lines={4} height={160}>
          {({ results }) => results.length === 0 && <Empty text={t("model.none")} />}
        </Loaded>
      </Panel>
      {models.data?.results.map((each) => (
        <One key={each.id} model={each} />
      ))}
    </div>
  );
}

function One({ model }: { model: Model }) {
  const { t } = useTranslation();
  const label = useLabel();
  const name = t("model.of", {
    kind: label("agency_kinds", model.agency_kind),
    edition: model.edition,
  });
  return (
    <Panel
      title={name}
      aside={
        <>
          {t("model.count", { n: formatNumber(model.documents) })}
          <RecordMenu id={model.id} spec={modelRecord} name={name} />
        </>
      }
      note={model.note}
    >
      <p className={styles.from}>
        {model.title && `${model.title} · `}
        {t("model.from", { day: formatDay(model.valid_from) })}
        {model.valid_to && t("model.to", { day: formatDay(model.valid_to) })}
      </p>
      <ModelLines name={name} lines={model.items} />
    </Panel>
  );
}
