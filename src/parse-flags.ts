import { InvalidArgumentError } from "commander";
import type { Instant } from "./model/instant.ts";
import type { Share } from "./model/share.ts";

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

export function toShare(text: string): Share {
  const [, number, count] = (/^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? []).map(Number);
  if (number !== undefined && count !== undefined && number <= count) return { number, count };
  throw new InvalidArgumentError("Write which part of how many: 1/8 is the first of eight.");
}
