import { createRequire } from "node:module";
import type { LineCounter, Node } from "yaml";
import type { PlaceOf, TextPlace } from "../model/reading.ts";

export type Key = string | number;
export type Part = Parameters<PlaceOf>[1];

/** Where keys and values stand in a file. What isn't there stands where it would belong. */
export interface Places {
  readonly placeOf: PlaceOf;
  /** A value as it is written in the file; undefined if it can't be told. */
  readonly written: (keys: readonly Key[]) => string | undefined;
}

/** Of a file whose keys and values can't be told apart: everything stands on its first line. */
export function firstLineOnly(source: string): Places {
  const place = { line: 1, column: 1, length: Math.max(1, lineAt(source, 0).trimEnd().length) };
  return { placeOf: () => place, written: () => undefined };
}

/** `yaml` starts on line `yamlLine` of a file. It is parsed for its places when the first of them is asked for. */
export function placesIn(yaml: string, yamlLine: number): Places {
  let places: Places | undefined;
  const read = (): Places => {
    places ??= readPlaces(yaml, yamlLine);
    return places;
  };
  return {
    placeOf: (keys, part) => read().placeOf(keys, part),
    written: (keys) => read().written(keys),
  };
}

/** Loaded when a place is asked for: most files have nothing that must be pointed at. */
const yamlPackage = (): typeof import("yaml") => createRequire(import.meta.url)("yaml");

/** The `yaml` package is slow with long texts. */
const LONGEST_YAML = 200_000;

function readPlaces(yaml: string, yamlLine: number): Places {
  const lines = new (yamlPackage().LineCounter)();
  const root = yaml.length > LONGEST_YAML ? undefined : parseNodes(yaml, lines);
  if (root === undefined) return firstLineOnly(yamlLine > 1 ? "---" : yaml);
  const start: TextPlace = { line: 1, column: 1, length: Math.max(1, yamlLine > 1 ? 3 : 1) };
  const place = (range: Range): TextPlace => {
    const { line, col } = lines.linePos(range.start);
    const onLine = lineAt(yaml, range.start).trimEnd().length;
    const length = Math.max(1, Math.min(range.end - range.start, onLine));
    return { line: line + yamlLine - 1, column: col, length };
  };
  return {
    placeOf(keys, part) {
      const range = rangeOf(root, keys, part);
      return range === undefined ? start : place(range);
    },
    written(keys) {
      const range = rangeOf(root, keys, "value");
      return range === undefined ? undefined : yaml.slice(range.start, range.end);
    },
  };
}

function parseNodes(yaml: string, lineCounter: LineCounter): Node | undefined {
  const document = yamlPackage().parseDocument(yaml, {
    lineCounter,
    logLevel: "silent",
    uniqueKeys: false,
  });
  return document.contents ?? undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Range of the deepest of `keys` that is there. */
function rangeOf(root: Node, keys: readonly Key[], part: Part): Range | undefined {
  let node: unknown = root;
  let range: Range | undefined;
  for (const [depth, key] of keys.entries()) {
    const found: { key?: unknown; value: unknown } | undefined = childOf(node, key);
    if (found === undefined) return range;
    const isAsked = depth === keys.length - 1 && part === "value";
    const keyRange = rangeOfNode(found.key);
    range = isAsked
      ? (rangeOfNode(found.value) ?? keyRange)
      : (keyRange ?? rangeOfNode(found.value));
    node = found.value;
  }
  return range;
}

function childOf(node: unknown, key: Key): { key?: unknown; value: unknown } | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage();
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return value === undefined ? undefined : { value };
  }
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function rangeOfNode(node: unknown): Range | undefined {
  const { isMap, isScalar, isSeq } = yamlPackage();
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  const range = node.range;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : undefined;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? undefined : end);
}
