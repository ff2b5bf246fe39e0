import { expect, it } from "vitest";
import { exportAddress } from "./ExportLinks";

it("asks for every row that the filters show, in their order, without the page", () => {
  const query = {
    agency: ["SNV", "STC"],
    search: undefined,
    ordering: ["-code"],
    as_of: "2010-02-03",
    limit: 50,
    offset: "100",
  };
  expect(exportAddress("/api/v1/documents", query, "xlsx")).toBe(
    "/api/v1/documents?agency=SNV&agency=STC&ordering=-code&as_of=2010-02-03&format=xlsx",
  );
});
