import "@mantine/core/styles/Drawer.css";
import { Drawer } from "@mantine/core";
import { FormBody } from "./FormBody";
import styles from "./forms.module.css";
import { type FormSpec, isSheet, type Parents, type Target } from "./spec";
import { useActLabel } from "./words";

type Props = {
  spec: FormSpec;
  parents: Parents;
  target?: Target;
  onClose: () => void;
  onDone: (answer: unknown) => void;
};

/** The sheet on which one act is written; Mantine's drawer with a plain head, since its own is a second banner. */
export function FormDrawer(props: Props) {
  const { spec, onClose } = props;
  const actLabel = useActLabel();
  const wide = spec.fields.some(({ type }) => type === "lines");
  const sheet = isSheet(spec);
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size={sheet ? "min(1240px, 100vw)" : wide ? "xl" : "lg"}
      padding="lg"
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={styles.sheetHead}>
          <Drawer.Title className={styles.sheetTitle}>{actLabel(spec)}</Drawer.Title>
          <Drawer.CloseButton />
        </div>
        <Drawer.Body>
          <FormBody {...props} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
