/** What to write in place of the line that made a reference, so that it does not keep its referent: `self.parent = weakref.ref(parent)`. */
import type { CutReference } from "../contract/what-if";

export interface ReferenceToFix {
  /** `.parent`, `[0]`, `['k']`, `{}`. */
  readonly label: string;
  readonly fromKey: string;
  readonly toKey: string;
  /** The line that made it; empty when it is not known. */
  readonly code: string;
}

type Fix = CutReference["fix"];

const ATTRIBUTE = /^\.(\w+)$/;

export function weakrefFix(reference: ReferenceToFix): Fix {
  const attribute = ATTRIBUTE.exec(reference.label)?.[1];
  if (attribute !== undefined) return attributeFix(reference, attribute);
  if (/^\[\d+\]$/.test(reference.label)) return itemFix(reference);
  if (reference.label === "{}")
    return {
      code: "weakref.WeakSet()",
      note: "Use it in place of the set: members that nothing else refers to leave it.",
    };
  if (/^\['.*'\]$|^\[.*\]$/s.test(reference.label))
    return {
      code: "weakref.WeakValueDictionary()",
      note: "Use it in place of the dict: values that nothing else refers to leave it.",
    };
  return undefined;
}

function attributeFix({ label, fromKey, toKey, code }: ReferenceToFix, attribute: string): Fix {
  const made = new RegExp(`^(.*\\.${attribute})\\s*(?::[^=]+)?=\\s*([^=].*)$`).exec(
    withoutComment(code),
  );
  const [, left, right] = made ?? [];
  const isPlain =
    left !== undefined && right !== undefined && isOneValue(left) && isOneValue(right);
  const place = isPlain ? left : `${isName(fromKey) ? fromKey : "self"}${label}`;
  const value = isPlain ? right : isName(toKey) ? toKey : attribute;
  return {
    code: `${place} = weakref.ref(${value})`,
    note: `import weakref; then ${place}() is the object, or None once it is gone.`,
  };
}

function itemFix({ code, toKey }: ReferenceToFix): Fix {
  const [, head, value] =
    /^(.*\.(?:append|appendleft|add)\()([^,]+)\)$/.exec(withoutComment(code)) ?? [];
  const written =
    head === undefined || value === undefined
      ? `weakref.ref(${isName(toKey) ? toKey : "item"})`
      : `${head}weakref.ref(${value}))`;
  return {
    code: written,
    note: "import weakref; the list then holds weak references: call one for its object, or None once that is gone.",
  };
}

function isName(key: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(key);
}

/** Neither several targets or values nor a chain of assignments. */
function isOneValue(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth -= 1;
    else if (depth === 0 && (character === "," || character === "=" || character === ";"))
      return false;
  }
  return depth === 0;
}

/** A `#` inside a text is left alone. */
function withoutComment(code: string): string {
  return /['"]/.test(code) ? code.trim() : code.replace(/#.*$/, "").trim();
}
