import { expect, test } from "vitest";
import { markdownBlocks } from "./markdown-blocks";

const text = (words: string) => [{ kind: "text", text: words }];

test("headings, paragraphs, lists, quotes, code and rules are blocks", () => {
  const source =
    "## Title ##\nfirst\nsecond\n\n1. one\n   goes on\n2. two\n- - -\n> said\n\n```python\na = *b*\n\nc\n```\n* item";
  expect(markdownBlocks(source)).toEqual([
    { kind: "heading", level: 2, pieces: text("Title") },
    { kind: "paragraph", pieces: text("first second") },
    {
      kind: "list",
      ordered: true,
      items: [text("one goes on"), text("two")],
    },
    { kind: "rule" },
    { kind: "quote", pieces: text("said") },
    { kind: "code", text: "a = *b*\n\nc" },
    { kind: "list", ordered: false, items: [text("item")] },
  ]);
});

test("emphasis, code and links are pieces; HTML stays text and links lead nowhere", () => {
  expect(markdownBlocks("**a** _b_ `*c*` [d](http://e.org) <b>f</b> g_h_i 2 * 3 * 4")).toEqual([
    {
      kind: "paragraph",
      pieces: [
        { kind: "strong", text: "a" },
        { kind: "text", text: " " },
        { kind: "emphasis", text: "b" },
        { kind: "text", text: " " },
        { kind: "code", text: "*c*" },
        { kind: "text", text: " " },
        { kind: "link", text: "d", address: "http://e.org" },
        { kind: "text", text: " <b>f</b> g_h_i 2 * 3 * 4" },
      ],
    },
  ]);
});

test("text that never closes what it opens is shown whole", () => {
  expect(markdownBlocks("```\nabc")).toEqual([{ kind: "code", text: "abc" }]);
  expect(markdownBlocks("**a `b [c](")).toEqual([
    { kind: "paragraph", pieces: text("**a `b [c](") },
  ]);
  expect(markdownBlocks("")).toEqual([]);
});
