/** Writes a picture as clean SVG: text stays text, everything has its name, the same picture is always the same bytes. */
import { HATCH_WIDTH, hatchLines } from "../graph/hatch-lines";
import { assertNever } from "../../electron/contract/assert-never";
import type { Rect } from "../graph/geometry";
import type {
  Hatch,
  PathPrimitive,
  Primitive,
  RectPrimitive,
  SceneOwner,
  ScenePart,
  Stroke,
  TextPrimitive,
} from "../graph/scene";
import { MONO, SANS, textWidth } from "../graph/text-metrics";
import type { Picture } from "./compose-picture";

const UNITS_PER_MILLIMETRE = 96 / 25.4;

export function writeSvg(picture: Picture): string {
  const { frame, background, clip, parts, beside, owners } = picture;
  const used = new Set<string>();
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(picture)} viewBox="${number(frame.x)} ${number(frame.y)} ${number(frame.width)} ${number(frame.height)}" role="img" font-family="${families(SANS)}">`,
    `<title>${escapeXml(picture.title === "" ? "Object graph" : picture.title)}</title>`,
    ...(picture.description === "" ? [] : [`<desc>${escapeXml(picture.description)}</desc>`]),
    ...(clip === undefined
      ? []
      : [`<defs><clipPath id="seen">${place("rect", clip)}/></clipPath></defs>`]),
  ];
  if (background !== undefined)
    lines.push(`${place("rect", frame)} id="background" fill="${background}"/>`);
  if (clip === undefined) lines.push(...groups(parts, owners, used));
  else lines.push(`<g clip-path="url(#seen)">`, ...groups(parts, owners, used), "</g>");
  lines.push(...groups(beside, owners, used), "</svg>", "");
  return lines.join("\n");
}

/** In pixels where they are asked for, else in millimetres: what is placed on paper has its size there. */
function sizeOf({ size, frame }: Picture): string {
  const { width, height } = size.millimetres;
  const [x, y] = [width * UNITS_PER_MILLIMETRE, height * UNITS_PER_MILLIMETRE];
  const isPlain = Math.abs(x - frame.width) < 0.1 && Math.abs(y - frame.height) < 0.1;
  return isPlain
    ? `width="${number(frame.width)}" height="${number(frame.height)}"`
    : `width="${number(width)}mm" height="${number(height)}mm"`;
}

/** Neighbouring parts of one thing become one group; its first group carries its id. */
// oxlint-disable-next-line max-params -- parts, whose they are, and the ids that are taken
function groups(
  parts: readonly ScenePart[],
  owners: Picture["owners"],
  used: Set<string>,
): string[] {
  const lines: string[] = [];
  let open: ScenePart | undefined;
  for (const part of parts) {
    if (part.primitives.length === 0 || part.opacity <= 0) continue;
    const isSame =
      part.owner === open?.owner &&
      part.shift?.x === open.shift?.x &&
      part.shift?.y === open.shift?.y;
    if (!isSame) {
      if (open !== undefined) lines.push("</g>");
      lines.push(...opening(part, owners.get(part.owner), used));
      open = part;
    }
    for (const primitive of part.primitives) lines.push(element(primitive, part.opacity, used));
  }
  if (open !== undefined) lines.push("</g>");
  return lines;
}

function opening(part: ScenePart, owner: SceneOwner | undefined, used: Set<string>): string[] {
  const wanted = xmlId(owner?.id ?? part.owner);
  const attributes = ` class="${part.layer}"${movedBy(part)}`;
  if (used.has(wanted)) return [`<g${attributes}>`];
  used.add(wanted);
  const lines = [`<g id="${wanted}"${attributes}>`];
  if (owner !== undefined && owner.title !== "")
    lines.push(`<title>${escapeXml(owner.title)}</title>`);
  if (owner !== undefined && owner.description !== "")
    lines.push(`<desc>${escapeXml(owner.description)}</desc>`);
  return lines;
}

function movedBy({ shift }: ScenePart): string {
  return shift === undefined ? "" : ` transform="translate(${number(shift.x)} ${number(shift.y)})"`;
}

// oxlint-disable-next-line max-params -- what, how strongly, and the ids that are taken
function element(primitive: Primitive, opacity: number, used: Set<string>): string {
  switch (primitive.kind) {
    case "text":
      return text(primitive, opacity);
    case "rect":
    case "path":
      return primitive.hatch === undefined
        ? shape(primitive, opacity)
        : `${shape(primitive, opacity)}\n${hatched(primitive, primitive.hatch, used)}`;
    default:
      return assertNever(primitive, "primitive");
  }
}

/** Lines within the shape and no pattern: a pattern becomes a picture of pixels in a PDF. */
// oxlint-disable-next-line max-params -- where, how, and the ids that are taken
function hatched(
  primitive: RectPrimitive | PathPrimitive,
  { color, opacity }: Hatch,
  used: Set<string>,
): string {
  const box = primitive.kind === "rect" ? primitive : primitive.hatchBox;
  if (box === undefined) return "";
  const id = `hatched-${used.size}`;
  used.add(id);
  const lines = hatchLines(box).map(
    ([from, to]) => `M${number(from.x)} ${number(from.y)}L${number(to.x)} ${number(to.y)}`,
  );
  return [
    `<clipPath id="${id}">${geometry(primitive)}/></clipPath>`,
    `<path clip-path="url(#${id})" d="${lines.join("")}" fill="none" stroke="${color}" stroke-width="${HATCH_WIDTH}" stroke-opacity="${opacity}"/>`,
  ].join("\n");
}

function shape(primitive: RectPrimitive | PathPrimitive, opacity: number): string {
  const fill = primitive.fill ?? "none";
  const fillOpacity =
    primitive.fillOpacity === undefined ? "" : ` fill-opacity="${primitive.fillOpacity}"`;
  return `${geometry(primitive)} fill="${fill}"${fillOpacity}${strokes(primitive.stroke)}${opacityOf(primitive, opacity)}/>`;
}

function geometry(primitive: RectPrimitive | PathPrimitive): string {
  if (primitive.kind === "path") return `<path d="${primitive.d}"`;
  return `${place("rect", primitive)} rx="${number(primitive.radius)}"`;
}

function place(name: string, { x, y, width, height }: Rect): string {
  return `<${name} x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
}

function strokes(stroke: Stroke | undefined): string {
  if (stroke === undefined) return "";
  const dash = stroke.dash === undefined ? "" : ` stroke-dasharray="${stroke.dash.join(" ")}"`;
  const cap = stroke.cap === undefined ? "" : ` stroke-linecap="${stroke.cap}"`;
  return ` stroke="${stroke.color}" stroke-width="${stroke.width}" stroke-linejoin="round"${dash}${cap}`;
}

function text(primitive: TextPrimitive, opacity: number): string {
  const { font } = primitive;
  const family = font.family === "mono" ? ` font-family="${families(MONO)}"` : "";
  const anchor = primitive.align === "start" ? "" : ` text-anchor="${primitive.align}"`;
  const look = `font-size="${font.size}" font-weight="${font.weight}" fill="${primitive.fill}"`;
  // Where the fonts are missing, the text still fits what is drawn around it.
  const length = ` textLength="${number(textWidth(primitive.text, font))}" lengthAdjust="spacingAndGlyphs"`;
  return `<text x="${number(primitive.x)}" y="${number(primitive.y)}"${family} ${look}${anchor}${length}${opacityOf(primitive, opacity)} xml:space="preserve">${escapeXml(primitive.text)}</text>`;
}

function opacityOf(primitive: Primitive, opacity: number): string {
  const both = (primitive.opacity ?? 1) * opacity;
  return both === 1 ? "" : ` opacity="${number(both)}"`;
}

function families(names: readonly string[]): string {
  return names.map((name) => (name.includes(" ") ? `'${name}'` : name)).join(", ");
}

/** `obj-type#2` and names in any script become valid ids. */
function xmlId(id: string): string {
  return id.replace(/[^\p{L}\p{N}_.-]+/gu, "-");
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** XML 1.0 knows no control characters at all, not even escaped ones. */
export function escapeXml(words: string): string {
  return Array.from(words)
    .map((character) => (isControl(character) ? "\u{FFFD}" : character))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const lone = code >= 0xd800 && code <= 0xdfff;
  return (
    (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
    code === 0xfffe ||
    code === 0xffff ||
    lone
  );
}
