type Table = string[][];

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const filledRows = (rows: Table) => rows.filter((row) => row.some((cell) => cell !== ""));

/** Paragraphs and line breaks of a cell are spaces between its words. */
function wordsOf(cell: Element): string {
  for (const each of cell.querySelectorAll("br, p, div, li")) each.append(" ");
  for (const each of cell.querySelectorAll("br")) each.replaceWith(" ");
  return tidy(cell.textContent ?? "");
}

/** The largest table of what Word or a page put on the clipboard as text between tabs; null: none. */
export function textOfHtml(html: string): string | null {
  const page = new DOMParser().parseFromString(html, "text/html");
  const tables = [...page.querySelectorAll("table")].sort((a, b) => b.rows.length - a.rows.length);
  const [table] = tables;
  if (!table) return null;
  const rows: Table = [];
  [...table.rows].forEach((row, y) => {
    rows[y] ??= [];
    let x = 0;
    for (const cell of row.cells) {
      while (rows[y]?.[x] !== undefined) x += 1;
      // A merged cell speaks for every line that it spans.
      for (let dy = 0; dy < Math.max(1, cell.rowSpan); dy++) {
        const line = rows[y + dy] ?? [];
        rows[y + dy] = line;
        for (let dx = 0; dx < Math.max(1, cell.colSpan); dx++)
          line[x + dx] = dx === 0 ? wordsOf(cell) : "";
      }
      x += Math.max(1, cell.colSpan);
    }
  });
  return filledRows(rows.map((row) => Array.from(row, (cell) => cell ?? "")))
    .map((row) => row.join("\t"))
    .join("\n");
}
