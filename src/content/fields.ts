import * as v from "valibot";
import { isYamlMap, type YamlMap } from "./parse-yaml.ts";
import { isRefusal, quoted, type Refusal } from "./refusal.ts";
import { refuseCharacters } from "./text-characters.ts";

/** A rule for a text that is trimmed, in NFC and not empty: gives what it means, or why it is refused. */
export type TextRule<T> = (text: string) => T | Refusal;

/** A text on one line. */
export function line<T = string>(rule: TextRule<T>, longest = 300): TextField<T> {
  return field((text) => refuseBreaks(text) ?? refuseLength(text, longest) ?? rule(text));
}

/** A text that may have several lines. */
export function paragraphs(longest: number): TextField<string> {
  return field((text) => refuseLength(text, longest) ?? text);
}

/** One of a few words. */
export function choice<const T extends string>(words: readonly T[], refuse: TextRule<never>) {
  return line((text) => words.find((word) => word === text) ?? refuse(text));
}

/** A list, or just one entry of it. */
export function oneOrMany<T extends v.GenericSchema>(entry: T) {
  return v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
    list(entry),
  );
}

/** The entries of a list that is too long are not looked at. */
export function list<T extends v.GenericSchema>(entry: T) {
  return v.pipe(v.array(v.unknown()), v.maxLength(LONGEST_LIST), v.array(entry));
}

/** A map with these keys and no others. Valibot by itself takes a list for one. */
export function map<T extends v.ObjectEntries>(entries: T) {
  return v.pipe(v.custom<YamlMap>(isYamlMap), v.strictObject(entries));
}

/** A map whose keys the newsroom chooses: `constructor` too, which a record of Valibot leaves out like `__proto__`. */
export function namedEntries<T extends v.GenericSchema>(entry: T) {
  return v.pipe(
    v.custom<YamlMap>(isYamlMap),
    v.transform((values) => new Map(Object.entries(values).filter(([key]) => key !== "__proto__"))),
    v.map(v.string(), entry),
    v.transform((entries) => Object.fromEntries(entries)),
  );
}

export const integer = v.pipe(
  v.custom<number>(Number.isInteger, "whole"),
  v.minValue(Number.MIN_SAFE_INTEGER),
  v.maxValue(Number.MAX_SAFE_INTEGER),
);

export function whole(least: number, most: number) {
  return v.pipe(integer, v.minValue(least), v.maxValue(most));
}

/** Of a coordinate. */
export function degrees(most: number) {
  return v.pipe(v.custom<number>(Number.isFinite, "number"), v.minValue(-most), v.maxValue(most));
}

export const LONGEST_LIST = 100;

export const anyText: TextRule<string> = (text) => text;

/** Text that a rule with more to go by will read. A year alone is a number in YAML. */
export const dateText = v.pipe(
  v.unknown(),
  v.transform((value) => (typeof value === "number" ? String(value) : value)),
  v.string(),
);

type TextField<T> = v.GenericSchema<string, T>;

function field<T>(rule: TextRule<T>): TextField<T> {
  return v.pipe(
    v.string(),
    v.transform((value) => {
      const text = value.trim().normalize("NFC");
      return refuseEmpty(text) ?? refuseCharacters(text) ?? rule(text);
    }),
    v.guard((result: T | Refusal): result is T => !isRefusal(result)),
  );
}

function refuseEmpty(text: string): Refusal | undefined {
  if (text !== "") return undefined;
  return {
    code: "text-empty",
    message: "There is no text.",
    hint: "Write some, or delete the line.",
  };
}

function refuseBreaks(text: string): Refusal | undefined {
  if (!/[\n\u2028\u2029]/.test(text)) return undefined;
  return {
    code: "text-line-break",
    message: "The text must be on one line.",
    hint: quoted(text.replace(/\s+/g, " ")),
  };
}

function refuseLength(text: string, longest: number): Refusal | undefined {
  if (text.length <= longest) return undefined;
  return {
    code: "text-too-long",
    message: `The text has ${text.length} characters; ${longest} is the most here.`,
    hint: "Shorten it.",
  };
}
