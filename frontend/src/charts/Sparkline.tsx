import { scaleLinear } from "@visx/scale";
import { LinePath } from "@visx/shape";
import styles from "./Sparkline.module.css";

const WIDTH = 100;
const HEIGHT = 24;

/** Twelve month-ends as one line; the figure beside it is the text, so the line is hidden from readers. */
export function Sparkline({ values, tone = "plain" }: { values: number[]; tone?: string }) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const domain = low === high ? [low - 1, high + 1] : [low, high];
  const x = scaleLinear({ domain: [0, values.length - 1], range: [0, WIDTH] });
  const y = scaleLinear({ domain, range: [HEIGHT - 3, 3] });
  return (
    <svg
      className={styles.line}
      data-tone={tone}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <LinePath
        data={values}
        x={(_, i) => x(i)}
        y={(v) => y(v)}
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
