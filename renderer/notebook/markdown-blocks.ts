/** Markdown as far as notebooks' text needs it -> blocks of plain pieces: headings, lists, quotes, code, emphasis. HTML stays text, links lead nowhere. */

export interface Piece {
  readonly kind: "text" | "strong" | "emphasis" | "code" | "link";
  readonly text: string;
  /** Of a link, to be read, not followed. */
  readonly address?: string;
}

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly pieces: readonly Piece[] }
  | { readonly kind: "paragraph" | "quote"; readonly pieces: readonly Piece[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly items: readonly (readonly Piece[])[];
    }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" };

export function markdownBlocks(text: string): readonly Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const from = at;
    if (line.trim() === "") at += 1;
    else if (/^\s*(```|~~~)/.test(line)) {
      at = lineAfter(lines, at + 1, (one) => /^\s*(```|~~~)/.test(one)) + 1;
      blocks.push({ kind: "code", text: lines.slice(from + 1, at - 1).join("\n") });
    } else if (/^#{1,6}(\s|$)/.test(line)) {
      at += 1;
      const [, marks = "", words = ""] = /^(#+)\s*(.*?)\s*#*$/.exec(line) ?? [];
      blocks.push({ kind: "heading", level: marks.length, pieces: piecesOf(words) });
    } else if (rule.test(line)) {
      at += 1;
      blocks.push({ kind: "rule" });
    } else if (listItem.test(line)) {
      at = lineAfter(lines, at, endsList);
      blocks.push(listOf(lines.slice(from, at)));
    } else {
      at = lineAfter(lines, at + 1, startsOther);
      const isQuote = line.startsWith(">");
      const words = lines.slice(from, at).map((one) => one.replace(/^>\s?/, "").trim());
      blocks.push({ kind: isQuote ? "quote" : "paragraph", pieces: piecesOf(words.join(" ")) });
    }
  }
  return blocks;
}

const listItem = /^\s*(?:[-*+]|\d+[.)])\s+/;

const rule = /^\s*([-*_])\s*(\1\s*){2,}$/;

const endsList = (line: string): boolean =>
  line.trim() === "" || rule.test(line) || /^(#{1,6}\s|>|\s*```)/.test(line);

const startsOther = (line: string): boolean =>
  line.trim() === "" || /^#{1,6}\s/.test(line) || listItem.test(line) || /^\s*```/.test(line);

function lineAfter(
  lines: readonly string[],
  from: number,
  isEnd: (line: string) => boolean,
): number {
  const end = lines.findIndex((line, at) => at >= from && isEnd(line));
  return end === -1 ? lines.length : end;
}

/** A line without a mark goes on with the item before it. */
function listOf(lines: readonly string[]): Block {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.length - 1;
    if (listItem.test(line) || last < 0) items.push(line.replace(listItem, "").trim());
    else items[last] = `${items[last]} ${line.trim()}`;
  }
  const ordered = /^\s*\d/.test(lines[0] ?? "");
  return { kind: "list", ordered, items: items.map(piecesOf) };
}

const marks =
  /(?<code>`+)(?<inCode>.+?)\k<code>|\*\*(?<strong>.+?)\*\*|__(?<strong2>.+?)__|\*(?<em>[^\s*](?:[^*]*[^\s*])?)\*|(?<![\w])_(?<em2>[^_]+)_(?![\w])|!?\[(?<link>[^\]]*)\]\((?<address>[^)\s]*)[^)]*\)/g;

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > end) pieces.push({ kind: "text", text: text.slice(end, match.index) });
    pieces.push(pieceOf(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: "text", text: text.slice(end) });
  return pieces;
}

function pieceOf(found: Readonly<Record<string, string | undefined>>): Piece {
  const { inCode, strong, strong2, em, em2, link, address } = found;
  if (inCode !== undefined) return { kind: "code", text: inCode };
  const bold = strong ?? strong2;
  if (bold !== undefined) return { kind: "strong", text: bold };
  const slanted = em ?? em2;
  if (slanted !== undefined) return { kind: "emphasis", text: slanted };
  return { kind: "link", text: link ?? "", address: address ?? "" };
}
