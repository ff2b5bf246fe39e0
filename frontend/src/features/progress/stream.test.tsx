import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { t as translate } from "i18next";
import { beforeAll, expect, it } from "vitest";
import type { StageLabel, Summary } from "@/api/types";
import { StageBar, sumOf } from "@/charts/StageBar";
import { startI18n } from "@/i18n";
import { show } from "@/test/render";
import { bandsOf, rowsPage } from "./bands";

const stage = (code: string, band: string, order: number): StageLabel => ({
  code,
  band,
  order,
  label: code,
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
const summary = {
  as_of: "2026-11-22",
  agencies: { in_scope: 33, outside_scope: 0, no_data: 12, by_kind: {} },
  by_stage: [
    { stage: "not_started", count: 15 },
    { stage: "approved", count: 4 },
    { stage: "corrected", count: 1 },
    { stage: "declared", count: 8, maintained: { yes: 4, no: 3, unknown: 1 } },
    { stage: "certified", count: 3, maintained: { yes: 2, no: 1, unknown: 0 } },
    { stage: "lapsed", count: 2 },
  ],
  proofs: { maintained: { yes: 6, no: 4, unknown: 1 } },
} as unknown as Summary;

beforeAll(() => startI18n("vi"));
const bands = () => bandsOf(summary, stages, (code) => code, translate);
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

it("keeps maintained and not maintained proofs apart", () => {
  const proven = bands().find((band) => band.code === "proven");
  expect(proven?.folded.map((each) => [each.maintained, each.count])).toEqual([
    [undefined, 6],
    ["no", 4],
    ["unknown", 1],
  ]);
});

it("calls maintenance unknown where it is not told, also when a band is opened", () => {
  const untold = {
    ...summary,
    by_stage: summary.by_stage.map(({ stage: code, count }) => ({ stage: code, count })),
  };
  const proven = bandsOf(untold, stages, (code) => code, translate).find(
    (band) => band.code === "proven",
  );
  const shown = proven?.opened.filter((each) => each.count > 0);
  expect(shown?.map((each) => [each.code, each.maintained, each.count])).toEqual([
    ["declared", "unknown", 8],
    ["certified", "unknown", 3],
  ]);
});

it("makes every segment a link with its share, and opens a band into its stages", async () => {
  await show(<StageBar bands={bands()} total={33} caption="Cơ quan theo giai đoạn" link={link} />);
  expect(screen.getByRole("link", { name: /Xây dựng, áp dụng: 4 \(12,1/ })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: /^declared, được duy trì: 4/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /Đã công bố/ }));
  expect(screen.getByRole("link", { name: /^declared, được duy trì: 4/ })).toBeInTheDocument();
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

it("finds the page behind a list of the server", () => {
  expect(
    rowsPage("/api/v1/progress/agencies?stage=declared&stage=certified&as_of=2010-02-03"),
  ).toEqual({
    stage: ["declared", "certified"],
  });
  expect(rowsPage("/api/v1/findings?state=open")).toBeNull();
});
