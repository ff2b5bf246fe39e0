import { type ReactNode, useState } from "react";
import styles from "./DropZone.module.css";
import { Icon } from "./Icon";

type Props = {
  label: ReactNode;
  hint?: ReactNode;
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
};

/** Where files are dropped, or chosen with a click or the keyboard. */
export function DropZone({ label, hint, accept, multiple = false, onFiles }: Props) {
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label
      className={styles.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="up" size={18} />
      <span>
        <strong>{label}</strong>
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}
