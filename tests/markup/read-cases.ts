import { readFileSync } from "node:fs";

export interface Case {
  readonly title: string;
  readonly source: string;
  readonly expected: string;
}

/** Reads cases from a text beside this file: title, source and expectation, each ended by a line with a dot. */
export function readCases(file: string): Case[] {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const parts = text.split(/^\.\n/m).map((part) => part.trim());
  return Array.from({ length: Math.floor(parts.length / 3) }, (_, index) => {
    const [title, source, expected] = parts.slice(index * 3) as [string, string, string];
    return { title, source, expected };
  });
}
