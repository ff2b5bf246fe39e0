/** A table as it lies in the clipboard, cell by cell. */
export type Table = string[][];

const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
const filledRows = (rows: Table) => rows.filter((row) => row.some((cell) => cell !== ""));

/** Text between tabs as Excel copies it: a cell of several lines stands in quotation marks. */
export function tableOfText(text: string): Table {
  const separator = text.includes("\t") ? "\t" : text.includes(";") ? ";" : "|";
  const rows: Table = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(tidy(cell));
    cell = "";
  };
  const all = text.replace(/\r\n?/g, "\n");
  for (let i = 0; i < all.length; i++) {
    const sign = all[i] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (all[i + 1] === '"') cell += all[++i];
      else quoted = false;
    } else if (sign === '"' && cell === "" && closes(all, i, separator)) quoted = true;
    else if (sign === separator) end();
    else if (sign === "\n") {
      end();
      rows.push([]);
    } else cell += sign;
  }
  end();
  return filledRows(rows);
}

/** Whether the mark at this place opens a quoted cell: a later one stands at the end of a cell. */
function closes(text: string, at: number, separator: string): boolean {
  for (let i = text.indexOf('"', at + 1); i > 0; i = text.indexOf('"', i + 1)) {
    if (text[i + 1] === '"') i += 1;
    else return [separator, "\n", undefined].includes(text[i + 1]);
  }
  return false;
}

/** Paragraphs and line breaks of a cell are spaces between its words. */
function wordsOf(cell: Element): string {
  for (const each of cell.querySelectorAll("br, p, div, li")) each.append(" ");
  for (const each of cell.querySelectorAll("br")) each.replaceWith(" ");
  return tidy(cell.textContent ?? "");
}

/** The largest table of what Word or a page put on the clipboard; null when there is none. */
export function tableOfHtml(html: string): Table | null {
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
  return filledRows(rows.map((row) => Array.from(row, (cell) => cell ?? "")));
}
