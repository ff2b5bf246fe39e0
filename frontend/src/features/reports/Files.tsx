import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import type { Report } from "./queries";
import styles from "./reports.module.css";

type Props = { files: Report["files"]; large?: boolean };

/** The files of a report, each under the name it was given. */
export function Files({ files, large = false }: Props) {
  const { t } = useTranslation();
  if (files.length === 0) return "–";
  return (
    <span className={`${styles.files} screen-only`}>
      {files.map(({ format, name, url, size }) =>
        large ? (
          <Button key={format} component="a" href={url} download={name} size="xs" variant="default">
            .{format}
            <span className={styles.size}>
              {t("report.size", { n: formatNumber(Math.ceil(size / 1000)) })}
            </span>
          </Button>
        ) : (
          <a
            key={format}
            href={url}
            download={name}
            aria-label={t("report.file", { format, name })}
            title={name}
          >
            .{format}
          </a>
        ),
      )}
    </span>
  );
}
