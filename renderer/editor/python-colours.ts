/** Python's highlighting: which syntax gets which class; the colours are in editor.css. */
import { python } from "@codemirror/lang-python";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  {
    tag: [
      tags.keyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
      tags.operatorKeyword,
    ],
    class: "py-keyword",
  },
  {
    tag: [tags.string, tags.special(tags.string), tags.number, tags.bool, tags.null],
    class: "py-string",
  },
  {
    tag: [
      tags.definition(tags.className),
      tags.className,
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.variableName),
    ],
    class: "py-function",
  },
  { tag: [tags.comment, tags.lineComment], class: "py-comment" },
]);

export const pythonColours: Extension = [python(), syntaxHighlighting(colours)];
