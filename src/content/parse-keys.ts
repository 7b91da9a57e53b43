import * as v from "valibot";
import {
  emptyValue,
  longList,
  missingKey,
  notList,
  notMap,
  notNumber,
  notSwitch,
  notText,
  notWhole,
  type OtherNames,
  outOfRange,
  unknownKey,
} from "./key-findings.ts";
import type { YamlMap } from "./parse-yaml.ts";
import type { Key, Places } from "./places.ts";
import type { KeyFinding } from "./problem-in-file.ts";
import type { Refusal } from "./refusal.ts";

export interface KeysSource {
  readonly values: YamlMap;
  readonly places: Places;
}

export type KeysSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

export interface ParsedKeys<S extends KeysSchema> {
  /** Exactly when every key is right. */
  readonly complete?: v.InferOutput<S>;
  /** Of the keys that are right, whatever else is wrong. */
  readonly partial: Partial<v.InferOutput<S>>;
  readonly findings: readonly KeyFinding[];
}

/** Checks values against a schema, all at once. */
export function parseKeys<S extends KeysSchema>(
  schema: S,
  { values, places }: KeysSource,
  otherNames: OtherNames = {},
): ParsedKeys<S> {
  const { success, output, issues: found } = v.safeParse(schema, values);
  if (success) return { complete: output, partial: output, findings: [] };
  const issues = found as readonly Issue[];
  const wrong = new Set(issues.map((issue) => keysOf(issue)[0]));
  const right = Object.entries(output as YamlMap).filter(([key]) => !wrong.has(key));
  return {
    partial: Object.fromEntries(right) as Partial<v.InferOutput<S>>,
    findings: issues.flatMap(issueExplainer(schema, places, otherNames)),
  };
}

/** The values are a map: what is wrong is at a key. */
type Issue = v.BaseIssue<unknown> & {
  readonly path: NonNullable<v.BaseIssue<unknown>["path"]>;
};

function keysOf({ path }: Issue): Key[] {
  return path.map(({ key }) => key as Key);
}

function issueExplainer(schema: KeysSchema, places: Places, otherNames: OtherNames) {
  return (issue: Issue): KeyFinding[] => {
    const keys = keysOf(issue);
    if (issue.expected === "never") return unknownKeys(issue, keys, schema, otherNames);
    if (issue.type === "guard") return [{ keys, ...(issue.input as Refusal) }];
    if (issue.type === "max_length") return [longList(keys)];
    if (issue.type === "max_value") return [outOfRange(keys, `at most ${issue.requirement}`)];
    if (issue.type === "min_value") return [outOfRange(keys, `at least ${issue.requirement}`)];
    if (issue.kind === "schema") return [wrongType(issue, keys, schema, places)];
    throw new Error(`No words for ${issue.type} at ${keys.join(".")}`);
  };
}

/** All of a map: Valibot names the first of them alone. */
function unknownKeys(
  { path }: Issue,
  keys: readonly Key[],
  schema: KeysSchema,
  otherNames: OtherNames,
): KeyFinding[] {
  const parent = keys.slice(0, -1);
  const known = keysAt(schema, parent);
  const map = path.at(-1)?.input as YamlMap;
  const unknown = Object.keys(map).filter((key) => !known.includes(key));
  return unknown.map((key) => unknownKey([...parent, key], known, otherNames));
}

/** Of a custom schema the message says what it expects. */
function wrongType(
  { type, input, message }: Issue,
  keys: readonly Key[],
  schema: KeysSchema,
  places: Places,
): KeyFinding {
  const name = keys.findLast((key) => typeof key === "string") ?? "";
  if (input === undefined) return missingKey(keys, name);
  if (input === null) return emptyValue(keys, name);
  if (type === "string") return notText(keys, name, input, places.written(keys));
  if (type === "array") return notList(keys, name);
  if (type === "boolean") return notSwitch(keys, name, input);
  if (message === "whole") return notWhole(keys, name);
  return message === "number" ? notNumber(keys, name) : notMap(keys, name, keysAt(schema, keys));
}

/** A schema by its parts, of which each kind has others. */
interface Schema {
  readonly kind: string;
  readonly pipe?: readonly Schema[];
  readonly wrapped?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly value?: Schema;
}

/** Keys that a schema knows at a path. */
function keysAt(schema: Schema, path: readonly Key[]): string[] {
  return Object.keys(schemaAt(schema, path)?.entries ?? {});
}

function schemaAt(schema: Schema | undefined, path: readonly Key[]): Schema | undefined {
  const inner = schema?.wrapped ?? schema?.pipe?.findLast(({ kind }) => kind === "schema");
  if (inner !== undefined) return schemaAt(inner, path);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  return schemaAt(schema?.entries?.[key] ?? schema?.item ?? schema?.value, rest);
}
