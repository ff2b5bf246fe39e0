import { Loading } from "@/ui/Loading";
import styles from "./BoardSkeleton.module.css";

/** The board's places before its figures are there: same heights, so that nothing jumps. */
export function BoardSkeleton() {
  return (
    <div className={styles.board}>
      <Loading lines={1} height={34} />
      <div className={styles.tiles}>
        {["a", "b", "c", "d", "e", "f"].map((each) => (
          <div key={each} className={styles.card} aria-hidden="true">
            <Loading lines={4} height={150} />
          </div>
        ))}
      </div>
      <div className={styles.columns}>
        <div className={styles.card} aria-hidden="true">
          <Loading lines={14} height={520} />
        </div>
        <div className={styles.card} aria-hidden="true">
          <Loading lines={10} height={520} />
        </div>
      </div>
    </div>
  );
}
