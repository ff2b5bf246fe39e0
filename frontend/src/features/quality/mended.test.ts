import { expect, it } from "vitest";
import { mendedAt } from "./mended";

const agency = { code: "SYT", name: "Sở Y tế", kind: "so" };
const fault = (object: string) => ({ object, agency, what: "", url: "" });

it("leads from each kind of fault to the page where it is mended", () => {
  expect(mendedAt("agencies_without_accounts", fault("agency:SYT"))).toEqual({
    to: "/accounts",
    search: { agency: ["SYT"] },
  });
  expect(mendedAt("heirs_to_declare", fault("agency:SYT"))).toEqual({
    to: "/agencies/$code",
    params: { code: "SYT" },
    search: { tab: "proofs" },
  });
  expect(mendedAt("findings_without_due_day", { ...fault("finding:7"), agency: null })).toEqual({
    to: "/records/$object",
    params: { object: "finding:7" },
  });
});
