import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { FormSpec, Parents, Target } from "./spec";
import { useActLabel } from "./words";

const FormDrawer = lazy(() =>
  import("./FormDrawer").then((module) => ({ default: module.FormDrawer })),
);

type Props = {
  spec: FormSpec;
  parents: Parents;
  target?: Target;
  onClose: () => void;
  /** Where to go with what the server made of it; without it the form just closes. */
  onTaken?: (answer: unknown) => void;
};

/** Fetches the form when somebody opens it; says so when the server has taken it. */
export function OpenForm({ spec, parents, target, onClose, onTaken }: Props) {
  const { t } = useTranslation();
  const actLabel = useActLabel();
  return (
    <Suspense fallback={null}>
      <FormDrawer
        key={`${spec.collection}${spec.act}${target?.id ?? ""}`}
        spec={spec}
        parents={parents}
        target={target}
        onClose={onClose}
        onDone={(answer) => {
          if (onTaken) onTaken(answer);
          else onClose();
          void import("./taken").then(({ sayTaken }) =>
            sayTaken(t("form.taken", { act: actLabel(spec) })),
          );
        }}
      />
    </Suspense>
  );
}
