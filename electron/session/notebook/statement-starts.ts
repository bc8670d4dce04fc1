/** Which lines of Python text begin a statement: those that are not inside a string, brackets or a continued line. Tolerates text that is no Python. */

interface Scan {
  /** The quotes of the string that goes on to the next line. */
  quotes: string;
  depth: number;
  continues: boolean;
}

/** Indexes of lines, from 0. */
export function statementStarts(lines: readonly string[]): ReadonlySet<number> {
  const starts = new Set<number>();
  const scan: Scan = { quotes: "", depth: 0, continues: false };
  lines.forEach((line, index) => {
    const isStart = scan.quotes === "" && scan.depth === 0 && !scan.continues;
    if (isStart) starts.add(index);
    // What follows a command of the notebook program is no Python.
    if (isStart && /^\s*[%!?]/.test(line)) return;
    scanLine(line, scan);
  });
  return starts;
}

function scanLine(line: string, scan: Scan): void {
  scan.continues = false;
  let at = 0;
  while (at < line.length) {
    if (scan.quotes !== "") {
      at = endOfString(line, at, scan);
      continue;
    }
    const three = line.slice(at, at + 3);
    const one = line.charAt(at);
    if (three === '"""' || three === "'''") {
      scan.quotes = three;
      at += 3;
    } else if (one === '"' || one === "'") {
      scan.quotes = one;
      at += 1;
    } else {
      if (one === "#") return;
      if ("([{".includes(one)) scan.depth += 1;
      if (")]}".includes(one)) scan.depth = Math.max(0, scan.depth - 1);
      if (one === "\\" && at === line.length - 1) scan.continues = true;
      at += 1;
    }
  }
  // A string in single quotes ends with its line unless that is continued.
  if (scan.quotes.length === 1 && !line.endsWith("\\")) scan.quotes = "";
}

function endOfString(line: string, from: number, scan: Scan): number {
  let at = from;
  while (at < line.length) {
    if (line.charAt(at) === "\\") at += 2;
    else if (line.startsWith(scan.quotes, at)) {
      const end = at + scan.quotes.length;
      scan.quotes = "";
      return end;
    } else at += 1;
  }
  return line.length;
}
