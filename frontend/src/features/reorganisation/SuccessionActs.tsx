import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/api/records";
import { NewRecord } from "@/ui/forms/NewRecord";
import { agencyForm } from "./forms";

const Wizard = lazy(() => import("./Wizard").then((module) => ({ default: module.Wizard })));

/** The buttons of the page, for whoever the server lets do it. */
export function SuccessionActs() {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <>
      {may("agency.succeed") && (
        <Button size="xs" onClick={() => setOpen(true)}>
          {t("reorganisation.record")}
        </Button>
      )}
      <NewRecord spec={agencyForm} variant="default" />
      {open && (
        <Suspense fallback={null}>
          <Wizard onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
