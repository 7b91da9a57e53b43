import type { PictureForm } from "../model/picture.ts";
import type { TextPlace } from "../model/reading.ts";
import { character, decode } from "./character-references.ts";
import { isDrawableSvg } from "./is-drawable-svg.ts";
import { measureSvg } from "./measure-svg.ts";
import type { PlacedFinding } from "./problem-in-file.ts";

type Fault = Omit<PlacedFinding, keyof TextPlace>;

/**
 * What a drawing measures, and what must not be in it: a reader who opens it by itself opens it as a page of
 * the paper, so nothing in it may run or fetch anything.
 */
export async function inspectSvg(
  bytes: Uint8Array,
): Promise<{ readonly form?: PictureForm; readonly findings: readonly PlacedFinding[] }> {
  const text = new TextDecoder().decode(bytes);
  const findings = inspectTags(text);
  if (findings.length > 0) return { findings };
  const form = (await isWellFormed(text)) ? measureSvg(text) : undefined;
  if (form === undefined) return { findings: [{ line: 1, column: 1, length: 1, ...UNREADABLE }] };
  const isUndrawable = !(await isDrawableSvg(text));
  return { form: { ...form, ...(isUndrawable && { isUndrawable }) }, findings: [] };
}

/** Tags with their attributes, and the text of styles; comments and text are passed over. Names have letters of any script. */
const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<([^\s<>"'/=?!]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s<>"'/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function inspectTags(text: string): PlacedFinding[] {
  const found: [number, number, Fault][] = [];
  for (const match of text.matchAll(TAG)) {
    const [tag, name, attributes = ""] = match;
    const fault = name === undefined ? faultOfMarkup(tag) : faultOfElement(name);
    if (fault !== undefined) found.push([match.index, tag.length, fault]);
    const start = match.index + 1 + (name?.length ?? 0);
    for (const attribute of attributes.matchAll(ATTRIBUTE)) {
      const [written, key = "", double, single = ""] = attribute;
      const faultInside = faultOfAttribute(localName(name ?? ""), key, decode(double ?? single));
      if (faultInside) found.push([start + attribute.index, written.length, faultInside]);
    }
  }
  for (const match of text.matchAll(/<(?:[^\s<>"'/=:]+:)?style\b[^>]*>([\s\S]*?)<\//gi)) {
    if (fetches(match[1] as string)) found.push([match.index, match[0].length, EXTERNAL]);
  }
  return found.map(([index, length, fault]) => ({ ...placeAt(text, index, length), ...fault }));
}

function placeAt(text: string, index: number, length: number): TextPlace {
  const before = text.slice(0, index).split(/\r\n?|\n/);
  const onLine = (/^[^\r\n]*/.exec(text.slice(index, index + length)) as RegExpExecArray)[0];
  return { line: before.length, column: String(before.at(-1)).length + 1, length: onLine.length };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

const ACTIVE_ELEMENTS = new Set(
  "script foreignobject iframe embed object audio video handler listener html body".split(" "),
);

function faultOfElement(name: string): Fault | undefined {
  return ACTIVE_ELEMENTS.has(localName(name)) ? ACTIVE : undefined;
}

function faultOfMarkup(markup: string): Fault | undefined {
  if (/^<!DOCTYPE[^>]*\[|^<!ENTITY/i.test(markup)) return ENTITIES;
  return /^<\?xml-/i.test(markup) ? EXTERNAL : undefined;
}

function faultOfAttribute(element: string, key: string, value: string): Fault | undefined {
  const name = localName(key);
  const written = value.replace(/[\s\p{Cc}]+/gu, "");
  if (/^on/.test(name) || /^(?:javascript|vbscript):/i.test(written)) return ACTIVE;
  if (name === "attributename" && /^(?:on|href$|xlink:href$)/i.test(written)) return ACTIVE;
  if (/^(?:to|from|values|by)$/.test(name) && /script:/i.test(written)) return ACTIVE;
  if (/^data:(?!image\/(?:png|jpeg|gif|webp|avif)[;,])/i.test(written)) return ACTIVE;
  if (key.toLowerCase() === "xml:base") return EXTERNAL;
  if (name === "href" || name === "src") {
    const isInside = written === "" || /^(?:#|data:)/i.test(written);
    const leads = element === "a" && /^https?:/i.test(written);
    return isInside || leads ? undefined : EXTERNAL;
  }
  return fetches(value) ? EXTERNAL : undefined;
}

/** Whether CSS loads something that isn't in the drawing itself. */
function fetches(css: string): boolean {
  const plain = decode(css)
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\|\/\*[\s\S]*?\*\//g, "");
  return /@import|(?:url|src|image|image-set)\(\s*["']?\s*(?!#|data:image\/(?:png|jpeg|gif|webp|avif)[;,]|["'\s])/i.test(
    plain,
  );
}

/** By a parser that would refuse a drawing without a size, which browsers don't: so it gets one around it. */
async function isWellFormed(text: string): Promise<boolean> {
  if (
    !/<(?:[\w.-]+:)?svg\b[^>]*\bxmlns(?::[\w.-]+)?=["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(
      text,
    )
  ) {
    return false;
  }
  const drawing = text.replace(/^\ufeff|<\?xml\b[^>]*\?>|<!DOCTYPE[^>]*>/gi, "");
  const { default: sharp } = await import("sharp");
  return await sharp(
    Buffer.from(`<svg width="1" height="1" xmlns="http://www.w3.org/2000/svg">${drawing}</svg>`),
  )
    .metadata()
    .then(
      ({ format }) => format === "svg",
      () => false,
    );
}

const ACTIVE: Fault = {
  code: "svg-active",
  message: "Something in this drawing would run in the reader's browser.",
  hint: "Save it again as plain SVG, without scripts, events and foreign objects.",
};

const EXTERNAL: Fault = {
  code: "svg-external",
  message: "The drawing loads something from elsewhere, which readers would not see.",
  hint: "Save it again with pictures embedded and text as paths.",
};

const ENTITIES: Fault = {
  code: "svg-entities",
  message: "The drawing declares entities, which can be made to use up a machine's memory.",
  hint: "Delete the line that begins with <!DOCTYPE, or save it again as plain SVG.",
};

const UNREADABLE: Fault = {
  code: "svg-unreadable",
  message: "This is no SVG that a browser can show.",
  hint: 'It begins with <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">, and every tag is closed.',
};
