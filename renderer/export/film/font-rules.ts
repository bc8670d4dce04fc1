/** Carries the page's fonts into a worker, which knows no style sheets. */

export interface FontRule {
  readonly family: string;
  /** With whole addresses. */
  readonly source: string;
  readonly weight: string;
  readonly style: string;
  readonly unicodeRange: string;
}

/** In the page: all of its fonts. */
export function fontRules(): readonly FontRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule ? [fontRule(rule.style, sheet.href ?? location.href)] : [],
    ),
  );
}

function fontRule(style: CSSStyleDeclaration, base: string): FontRule {
  const value = (name: string, otherwise: string): string =>
    style.getPropertyValue(name) || otherwise;
  return {
    family: value("font-family", "").replaceAll(/^["']|["']$/g, ""),
    source: value("src", "").replaceAll(
      /url\("?([^")]*)"?\)/g,
      (_whole, address: string) => `url("${new URL(address, base).href}")`,
    ),
    weight: value("font-weight", "400"),
    style: value("font-style", "normal"),
    unicodeRange: value("unicode-range", "U+0-10FFFF"),
  };
}

/** In the worker: loads what is needed to write these characters. */
export async function loadFonts(
  rules: readonly FontRule[],
  fonts: FontFaceSet,
  characters: string,
): Promise<void> {
  for (const { family, source, ...descriptors } of rules)
    fonts.add(new FontFace(family, source, descriptors));
  const families = [...new Set(rules.map(({ family }) => family))];
  await Promise.all(families.map((family) => fonts.load(`450 12px "${family}"`, characters)));
}
