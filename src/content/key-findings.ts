import { LONGEST_LIST } from "./fields.ts";
import { nearestHint } from "./nearest.ts";
import type { Key } from "./places.ts";
import type { KeyFinding } from "./problem-in-file.ts";
import { quoted } from "./refusal.ts";

/** Names that other programs give to a key, and ours. */
export type OtherNames = Readonly<Record<string, string>>;

export function unknownKey(
  keys: readonly Key[],
  known: readonly string[],
  names: OtherNames,
): KeyFinding {
  const key = String(keys.at(-1));
  const ours = Object.hasOwn(names, key) ? names[key] : undefined;
  return {
    keys,
    part: "key",
    code: "key-unknown",
    message: `${quoted(key)} is not a key that means something here.`,
    hint: ours ?? nearestHint(key, known),
  };
}

export function missingKey(keys: readonly Key[], name: Key): KeyFinding {
  return {
    keys: keys.slice(0, -1),
    part: "key",
    code: "key-missing",
    message: `${parentName(keys)} needs the key ${name}.`,
    hint: `Add a line: ${name}: …`,
  };
}

function parentName(keys: readonly Key[]): string {
  const [list, parent] = [keys.at(-3), keys.at(-2)];
  if (parent === undefined) return "The file";
  return typeof parent === "number" ? `Entry ${parent + 1} of ${list}` : parent;
}

export function emptyValue(keys: readonly Key[], name: Key): KeyFinding {
  return {
    keys,
    code: "value-missing",
    message: `${name} has no value.`,
    hint: "Write one behind the colon, or delete the line.",
  };
}

export function notText(
  keys: readonly Key[],
  name: Key,
  value: unknown,
  written?: string,
): KeyFinding {
  if (typeof value === "object") {
    return {
      keys,
      code: "text-expected",
      message: `${name} is one text, not a list or a map.`,
      hint: `Write it behind the colon, in quotation marks if it begins with [ or {: ${name}: …`,
    };
  }
  const isEntry = typeof keys.at(-1) === "number";
  return {
    keys,
    code: "text-not-quoted",
    message: `YAML takes this for a ${typeof value}, and ${name} is a text.`,
    hint: `${isEntry ? "" : `${name}: `}${JSON.stringify(written ?? String(value))}`,
  };
}

export function notList(keys: readonly Key[], name: Key): KeyFinding {
  return {
    keys,
    code: "list-expected",
    message: `${name} is a list.`,
    hint: `Write one entry a line below ${name}:, each after a hyphen and a space.`,
  };
}

export function notWhole(keys: readonly Key[], name: Key): KeyFinding {
  return {
    keys,
    code: "number-whole",
    message: `${name} is a whole number.`,
    hint: `Write digits alone, without quotation marks: ${name}: 1`,
  };
}

export function notNumber(keys: readonly Key[], name: Key): KeyFinding {
  return {
    keys,
    code: "number-expected",
    message: `${name} is a number.`,
    hint: `Write it with a point, without quotation marks: ${name}: 1.5`,
  };
}

/** What is neither on nor off. */
export function notSwitch(keys: readonly Key[], name: Key, value: unknown): KeyFinding {
  const isOn = ["on", "yes", "True", "TRUE", 1].includes(value as string);
  return {
    keys,
    code: "switch-expected",
    message: `${name} is true or false.`,
    hint: `${name}: ${isOn}`,
  };
}

export function outOfRange(keys: readonly Key[], range: string): KeyFinding {
  const name = keys.at(-1);
  return {
    keys,
    code: "number-range",
    message: `${name} is ${range}.`,
    hint: `${name}: ${range.replace(/^[a-z ]+/, "")}`,
  };
}

export function notMap(keys: readonly Key[], name: Key, known: readonly string[]): KeyFinding {
  return {
    keys,
    code: "map-expected",
    message: `${name} has keys of its own${known.length > 0 ? `: ${known.join(", ")}` : ""}.`,
    hint: `Write them below ${name}:, one a line, each line indented by two spaces.`,
  };
}

export function longList(keys: readonly Key[]): KeyFinding {
  return {
    keys,
    code: "list-too-long",
    message: `The list has more than ${LONGEST_LIST} entries.`,
    hint: "Shorten it.",
  };
}
