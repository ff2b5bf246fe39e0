import { scaleLinear } from "@visx/scale";
import { LinePath } from "@visx/shape";
import styles from "./Sparkline.module.css";

const WIDTH = 84;
const HEIGHT = 26;

/** Twelve month-ends as one line; the figure beside it is the text, so the line is hidden from readers. */
export function Sparkline({ values, tone = "plain" }: { values: number[]; tone?: string }) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = scaleLinear({ domain: [0, values.length - 1], range: [2, WIDTH - 4] });
  const y = scaleLinear({
    domain: low === high ? [low - 1, high + 1] : [low, high],
    range: [HEIGHT - 4, 4],
  });
  const last = values.length - 1;
  return (
    <svg
      className={styles.line}
      data-tone={tone}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <LinePath
        data={values}
        x={(_, i) => x(i)}
        y={(v) => y(v)}
        stroke="currentColor"
        strokeWidth={1.5}
      />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.4} fill="currentColor" />
    </svg>
  );
}
