import * as z from "zod";
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

export interface ParsedKeys<S extends z.ZodObject> {
  /** Exactly when every key is right. */
  readonly complete?: z.output<S>;
  /** Of the keys that are right, whatever else is wrong. */
  readonly partial: Partial<z.output<S>>;
  readonly findings: readonly KeyFinding[];
}

/** Checks values against a schema, all at once. */
export function parseKeys<S extends z.ZodObject>(
  schema: S,
  source: KeysSource,
  otherNames: OtherNames = {},
): ParsedKeys<S> {
  const result = schema.safeParse(source.values);
  if (result.success) return { complete: result.data, partial: result.data, findings: [] };
  const explain = issueExplainer(schema, source, otherNames);
  return {
    partial: parseRightKeys(schema, source.values),
    findings: result.error.issues.flatMap(explain),
  };
}

function parseRightKeys<S extends z.ZodObject>(schema: S, values: YamlMap): Partial<z.output<S>> {
  const right: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(schema.shape)) {
    const result = z.safeParse(field, Object.hasOwn(values, key) ? values[key] : undefined);
    if (result.success && result.data !== undefined) right[key] = result.data;
  }
  return right as Partial<z.output<S>>;
}

type Issue = z.core.$ZodIssue;

function issueExplainer(schema: z.ZodObject, source: KeysSource, otherNames: OtherNames) {
  return (issue: Issue): KeyFinding[] => {
    const keys = issue.path as Key[];
    if (issue.code === "unrecognized_keys") {
      const known = keysAt(schema, keys);
      return issue.keys.map((key) => unknownKey([...keys, key], known, otherNames));
    }
    if (issue.code === "custom") return [{ keys, ...ownRefusal(issue) }];
    if (issue.code === "too_big" && issue.origin === "array") return [longList(keys)];
    if (issue.code === "too_big") return [outOfRange(keys, `at most ${issue.maximum}`)];
    if (issue.code === "too_small") return [outOfRange(keys, `at least ${issue.minimum}`)];
    if (issue.code === "invalid_type") return [wrongType(issue, keys, schema, source)];
    throw new Error(`No words for ${issue.code} at ${keys.join(".")}`);
  };
}

function ownRefusal(issue: z.core.$ZodIssueCustom): Refusal {
  const { code, hint } = issue.params as { code: string; hint: string };
  return { code, message: issue.message, hint };
}

function wrongType(
  issue: z.core.$ZodIssueInvalidType,
  keys: Key[],
  schema: z.ZodObject,
  { values, places }: KeysSource,
): KeyFinding {
  const value = valueAt(values, keys);
  const name = keys.findLast((key) => typeof key === "string") ?? "";
  if (value === undefined) return missingKey(keys, name);
  if (value === null) return emptyValue(keys, name);
  if (issue.expected === "string") return notText(keys, name, value, places.written(keys));
  if (issue.expected === "array") return notList(keys, name);
  if (issue.expected === "boolean") return notSwitch(keys, name, value);
  const expected = schemaAt(schema, keys);
  if (expected instanceof z.ZodNumberFormat) return notWhole(keys, name);
  return expected instanceof z.ZodNumber
    ? notNumber(keys, name)
    : notMap(keys, name, keysAt(schema, keys));
}

/** A single value that stands for a list of one is its own first entry. */
function valueAt(values: unknown, keys: readonly Key[]): unknown {
  let value = values;
  for (const key of keys) {
    if (key === 0 && !Array.isArray(value)) continue;
    const isParent = typeof value === "object" && value !== null && Object.hasOwn(value, key);
    value = isParent ? (value as Record<Key, unknown>)[key] : undefined;
  }
  return value;
}

/** Keys that a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly Key[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function schemaAt(
  schema: z.core.$ZodType | undefined,
  path: readonly Key[],
): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault) {
    return schemaAt(schema.unwrap(), path);
  }
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  if (schema instanceof z.ZodObject) return schemaAt(schema.shape[key], rest);
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  return schema instanceof z.ZodRecord ? schemaAt(schema.valueType, rest) : undefined;
}
