import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import type { Instant } from "./model/instant.ts";
import type { Share } from "./model/share.ts";

/** Where the command was given: from here paths are told. */
export const startFolder = process.cwd();

export function folder(flag: string, description: string, path: string): Option {
  return new Option(flag, description).argParser(toFolder).default(toFolder(path), path);
}

// What stands behind a flag, or what to write there.

export function toInstant(text: string): Instant {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    throw new InvalidArgumentError("Write a date and time with a zone: 2026-11-24T09:00Z");
  }
}

export function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError("Write a number up to 65535; 0 is any that is free.");
}

export function toCount(text: string): number {
  if (/^\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Write how many: 0 to 9.");
}

export function toShare(text: string): Share {
  const [, number, count] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? []).map(Number);
  if (number !== undefined && count !== undefined && number <= count) return { number, count };
  throw new InvalidArgumentError("Write which part of how many: 1/8 is the first of eight.");
}

function toFolder(path: string): string {
  return resolve(startFolder, path);
}

export function toFolders(path: string, others: readonly string[] = []): string[] {
  return [...others, toFolder(path)];
}

export function toExistingPaths(path: string, others: readonly string[]): string[] {
  return [...others, toExistingPath(path)];
}

export function toExistingPath(path: string): string {
  const file = resolve(startFolder, path);
  if (!existsSync(file)) throw new InvalidArgumentError("Nothing is there.");
  return file;
}
