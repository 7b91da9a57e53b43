import * as z from "zod";
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
  return line((text) => words.find((word) => word === text) ?? refuse(text)).meta({
    enum: [...words],
  });
}

/** A list, or just one entry of it. */
export function oneOrMany<T extends z.ZodType>(entry: T) {
  return z
    .preprocess((value) => (Array.isArray(value) ? value : [value]), list(entry))
    .meta({
      type: ["array", "string"],
    });
}

export function list<T extends z.ZodType>(entry: T) {
  return z.array(entry).max(LONGEST_LIST);
}

export function whole(least: number, most: number) {
  return z.int().min(least).max(most);
}

export const LONGEST_LIST = 100;

export const anyText: TextRule<string> = (text) => text;

/** Text that a rule with more to go by will read. A year alone is a number in YAML. */
export const dateText = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string(),
);

type TextField<T> = z.ZodPipe<z.ZodString, z.ZodTransform<Awaited<T>, string>>;

function field<T>(rule: TextRule<T>) {
  return z.string().transform((value, context): T => {
    const text = value.trim().normalize("NFC");
    const result = refuseEmpty(text) ?? refuseCharacters(text) ?? rule(text);
    if (!isRefusal(result)) return result as T;
    const { code, message, hint } = result;
    context.addIssue({ code: "custom", message, params: { code, hint } });
    return z.NEVER;
  });
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
