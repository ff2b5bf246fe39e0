import "@mantine/core/styles/Drawer.css";
import { Drawer } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormBody } from "@/ui/forms/FormBody";
import sheet from "@/ui/forms/forms.module.css";
import { useActLabel } from "@/ui/forms/words";
import { Ask } from "./Ask";
import { Done } from "./Done";
import { agencyForm } from "./forms";
import { Look } from "./Look";
import { useReorganisation } from "./useReorganisation";

/** A reorganisation: told, looked at, recorded; an agency that is not there yet is added between. */
export function Wizard({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const actLabel = useActLabel();
  const life = useReorganisation();
  const [adding, setAdding] = useState(false);
  const { form } = life;
  const added = (made: unknown) => {
    const heirs = form.getValues().successors as string[];
    form.setFieldValue("successors", [...heirs, (made as { code: string }).code]);
    setAdding(false);
  };
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="xl" padding="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={sheet.sheetHead}>
          <Drawer.Title className={sheet.sheetTitle}>
            {adding ? actLabel(agencyForm) : t("reorganisation.record")}
          </Drawer.Title>
          <Drawer.CloseButton />
        </div>
        <Drawer.Body>
          {adding ? (
            <FormBody
              spec={agencyForm}
              parents={{}}
              onClose={() => setAdding(false)}
              onDone={added}
            />
          ) : life.done ? (
            <Done done={life.done} onClose={onClose} />
          ) : life.seen ? (
            <Look life={life} />
          ) : (
            <Ask life={life} onAdd={() => setAdding(true)} onClose={onClose} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
