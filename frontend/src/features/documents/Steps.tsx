import { useLabel } from "@/api/catalogues";
import styles from "./DocumentsTable.module.css";
import { STEPS, stepsTaken } from "./groups";

/** Listed, drafted, reviewed, approved, issued, in force: as many segments as are done. */
export function Steps({ state }: { state: string }) {
  const label = useLabel();
  const word = label("document_states", state === "planned" ? "listed" : state);
  const done = stepsTaken(state);
  return (
    <span className={styles.steps}>
      <span className={styles.bars} aria-hidden="true">
        {STEPS.map((step, i) => (
          <span key={step} data-done={i < done || undefined} />
        ))}
      </span>
      {word}
    </span>
  );
}
