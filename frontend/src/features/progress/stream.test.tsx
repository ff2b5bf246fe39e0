import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { t as translate } from "i18next";
import { beforeAll, expect, it } from "vitest";
import type { StageLabel, TrendPoint } from "@/api/types";
import { StageBar, sumOf } from "@/charts/StageBar";
import { startI18n } from "@/i18n";
import { show } from "@/test/render";
import { agenciesIn, pageBehind } from "@/ui/behind";
import { bandsOf, columnsOf } from "./bands";

const stage = (code: string, band: string, order: number): StageLabel => ({
  code,
  band,
  order,
  label: code,
  label_en: code,
  tone: "plain",
});
const stages = [
  stage("not_started", "preparing", 0),
  stage("approved", "building", 1),
  stage("corrected", "audited", 2),
  stage("declared", "proven", 3),
  stage("certified", "proven", 4),
  stage("lapsed", "trouble", 5),
];
const cell = (kind: string, of: string, count: number, maintained = "") => ({
  kind,
  stage: of,
  maintained,
  count,
});
const cells = [
  cell("so", "no_data", 4),
  cell("ubnd_xa", "no_data", 8),
  cell("so", "not_started", 3),
  cell("so", "approved", 1),
  cell("ubnd_xa", "approved", 3),
  cell("so", "corrected", 1),
  cell("so", "declared", 4, "yes"),
  cell("so", "declared", 3, "no"),
  cell("ubnd_xa", "declared", 1, "unknown"),
  cell("so", "certified", 2, "yes"),
  cell("so", "certified", 1, "no"),
  cell("so", "lapsed", 2),
];

beforeAll(() => startI18n("vi"));
const bands = () => bandsOf(cells, stages, (code) => code, translate);
const link = ({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: React.ReactNode;
}) => (
  <a href="/agencies" aria-label={label} className={className}>
    {children}
  </a>
);

it("adds up to the agencies in scope, folded and opened", () => {
  expect(bands().reduce((sum, band) => sum + sumOf(band.folded), 0)).toBe(33);
  expect(bands().reduce((sum, band) => sum + sumOf(band.opened), 0)).toBe(33);
});

it("never counts an agency without data as not started", () => {
  const [noData, preparing] = bands();
  expect(noData && sumOf(noData.folded)).toBe(12);
  expect(preparing && sumOf(preparing.folded)).toBe(3);
});

it("keeps maintained, not maintained and unknown proofs apart", () => {
  const proven = bands().find((band) => band.code === "proven");
  expect(proven?.folded.map((each) => [each.maintained, each.count])).toEqual([
    ["yes", 6],
    ["no", 4],
    ["unknown", 1],
  ]);
  expect(
    proven?.opened.filter((each) => each.count > 0).map((each) => [each.code, each.maintained]),
  ).toEqual([
    ["declared", "yes"],
    ["declared", "no"],
    ["declared", "unknown"],
    ["certified", "yes"],
    ["certified", "no"],
  ]);
});

it("counts agencies without data apart in the months, too", () => {
  const point = {
    day: "2026-10-31",
    in_scope: 33,
    no_data: 12,
    by_stage: [
      { stage: "not_started", count: 15 },
      { stage: "declared", count: 18, maintained: { yes: 10, no: 5, unknown: 3 } },
    ],
    proofs: { maintained: { yes: 10, no: 5, unknown: 3 } },
  } as unknown as TrendPoint;
  const [column] = columnsOf([point], stages, translate);
  const counts = column?.slices.filter((slice) => slice.count > 0).map((slice) => slice.count);
  expect(counts).toEqual([12, 3, 3, 5, 10]);
});

it("makes every segment a link with its share, and opens a band into its stages", async () => {
  await show(<StageBar bands={bands()} total={33} caption="Cơ quan theo giai đoạn" link={link} />);
  // The segment of the bar, and the same figure in its legend.
  expect(screen.getAllByRole("link", { name: /Xây dựng, áp dụng: 4 \(12,1/ })).toHaveLength(2);
  expect(screen.queryByRole("link", { name: /^declared, được duy trì: 4/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /Đã công bố/ }));
  expect(screen.getAllByRole("link", { name: /^declared, được duy trì: 4/ })).toHaveLength(2);
});

it("tells readers the same figures as a table", async () => {
  await show(<StageBar bands={bands()} total={33} caption="Cơ quan theo giai đoạn" link={link} />);
  const table = screen.getByRole("table", { name: "Cơ quan theo giai đoạn" });
  const figures = within(table)
    .getAllByRole("row")
    .slice(1, -1)
    .map((row) => Number(within(row).getAllByRole("cell")[1]?.textContent));
  expect(figures.reduce((sum, each) => sum + each, 0)).toBe(33);
});

it("finds the page behind a list of the server, with the same parameters", () => {
  expect(
    pageBehind("/api/v1/progress/agencies?stage=declared&stage=certified&as_of=2010-02-03"),
  ).toEqual({ to: "/agencies", search: { stage: ["declared", "certified"] } });
  expect(pageBehind("/api/v1/findings?state=open")).toEqual({
    to: "/findings",
    search: { state: ["open"] },
  });
  expect(pageBehind("/api/v1/certificates?in_force=true")).toEqual({
    to: "/proofs",
    search: { in_force: ["true"], of: "certificates" },
  });
  expect(pageBehind("/api/v1/unknown?x=1")).toBeNull();
  expect(agenciesIn(["declared"], "so", "no").search).toMatchObject({
    cell: ["declared"],
    kind: ["so"],
    maintained: ["no"],
  });
});
