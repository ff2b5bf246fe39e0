import { Loading } from "@/ui/Loading";
import styles from "./Shell.module.css";

export function PageLoading() {
  return (
    <div className={styles.main}>
      <Loading lines={8} height={400} />
    </div>
  );
}
