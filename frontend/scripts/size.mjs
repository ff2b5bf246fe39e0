// Weight of the board's first view (script and style, gzip), against the budget of 300 kB.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const BUDGET_KB = 300;
const roots = [
  Object.keys(manifest).find((key) => manifest[key].isEntry),
  "src/pages/DashboardPage.tsx",
  "src/app/Shell.tsx",
].filter((key) => key && manifest[key]);

const files = new Set();
const seen = new Set();
const collect = (key) => {
  if (seen.has(key)) return;
  seen.add(key);
  const chunk = manifest[key];
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const next of chunk.imports ?? []) collect(next);
};
for (const key of roots) collect(key);

let total = 0;
for (const file of [...files].sort()) {
  const kb = gzipSync(readFileSync(new URL(file, dist))).length / 1000;
  total += kb;
  console.log(`${kb.toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(`${total.toFixed(1).padStart(8)} kB  first view (budget ${BUDGET_KB})`);
if (total > BUDGET_KB) process.exit(1);
