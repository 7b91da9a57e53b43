import type { Day, Stamp } from "../model/instant.ts";
import { parseDate } from "./parse-date.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import type { LivePart } from "./split-live-blog.ts";
import { refuseCharacters } from "./text-characters.ts";

/** When a post was written, and what stands above it. */
export interface PostHeading {
  readonly stamp: Stamp;
  readonly headline?: string;
}

const LONGEST_HEADLINE = 300;

const TIMED =
  /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)(?![^ \t])[ \t]*(.*)$/;

/**
 * Reads `2026-11-24 14:05 Polls close`: a date with its time, as `published` has it, then the headline, if there is one.
 * @param near day of which the post probably is, for the hint.
 */
export function parsePostHeading(
  { heading, line, column }: LivePart,
  zone: string,
  near: Day,
): PostHeading | PlacedFinding {
  const [, time, headline = ""] = TIMED.exec(heading) ?? [];
  if (time === undefined) return { line, column, ...refuseUntimed(heading, near) };
  const stamp = parseDate(time, zone);
  if (isRefusal(stamp)) return { line, column, length: time.length, ...stamp };
  const refusal = refuseHeadline(headline);
  if (refusal === undefined) return { stamp, ...(headline !== "" && { headline }) };
  const from = column + heading.length - headline.length;
  return { line, column: from, length: headline.length, ...refusal };
}

function refuseHeadline(headline: string): Refusal | undefined {
  if (headline.length <= LONGEST_HEADLINE) return refuseCharacters(headline);
  return {
    code: "text-too-long",
    message: `The text has ${headline.length} characters; ${LONGEST_HEADLINE} is the most here.`,
    hint: "Shorten it.",
  };
}

/** What is a date in another form is told so; of anything else, how a post begins. */
function refuseUntimed(heading: string, near: Day): Refusal & { readonly length: number } {
  const [first = ""] = heading.split(/\s/, 1);
  const day = /^\d+[./-]\d+[./-]\d+/.test(first) ? parseDate(first, "UTC") : undefined;
  if (isRefusal(day)) return { length: first.length, ...day };
  const rest = day === undefined ? heading : heading.slice(first.length).trim();
  const { clock, headline } = clockIn(rest);
  return {
    length: Math.max(heading.length, 1),
    code: "post-time",
    message: "A post of a live blog begins with its date and time.",
    hint: `## ${day?.day ?? near} ${clock} ${headline}`.trim(),
  };
}

const CLOCK = /^(\d\d?)(?:[:.](\d\d))?(?:[:.]\d\d)? ?([ap]\.?m\b\.?)?[ \t,–—-]*/i;

/** A time of day as people write it, as it is to be written; where there is none, an example. */
function clockIn(text: string): { clock: string; headline: string } {
  const [written = "", hour = "", minute, half] = CLOCK.exec(text) ?? [];
  const isTime = Number(hour) < 24 && (minute ?? half) !== undefined;
  if (!isTime) return { clock: "14:05", headline: text };
  const isAfternoon = half?.toLowerCase().startsWith("p") && Number(hour) < 12;
  const hours = String(Number(hour) + (isAfternoon ? 12 : 0)).padStart(2, "0");
  return { clock: `${hours}:${minute ?? "00"}`, headline: text.slice(written.length) };
}
