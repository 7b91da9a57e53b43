import { RESERVED_WORDS } from "../model/address.ts";
import { quoted, type Refusal } from "./refusal.ts";
import { topicKey } from "./topic-key.ts";

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A key that is part of an address and that nobody has to quote: `rome-bureau`. */
export function isKey(text: string): boolean {
  return KEY.test(text) && text.length <= 100;
}

export function refuseKey(text: string): Refusal | undefined {
  if (isKey(text)) return undefined;
  const near = topicKey(text).slice(0, 100);
  return {
    code: "key-form",
    message: `${quoted(text)} is part of an address: only the letters a to z, digits and single hyphens.`,
    hint: isKey(near) ? near : "rome-bureau",
  };
}

/** For a key that is the first word of an address: it must leave those of the paper's own pages alone. */
export function refuseFirstWord(text: string): Refusal | undefined {
  const isTaken = RESERVED_WORDS.has(text) || /^\d+$/.test(text);
  if (!isTaken) return refuseKey(text);
  return {
    code: "word-reserved",
    message: `/${text}/ is the address of a page of the paper's own.`,
    hint: `Choose another word, such as ${text}-news.`,
  };
}
