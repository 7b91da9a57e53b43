import { hash } from "node:crypto";
import { inspectMarkdown } from "../markup/inspect-markdown.ts";
import type { LinkPlace, TextPlace } from "../model/reading.ts";
import { mediaPath, type Pictures, refuseMissingPicture } from "./media-path.ts";
import type { PlacedFinding } from "./problem-in-file.ts";
import { isRefusal } from "./refusal.ts";
import { findControlCharacters } from "./text-characters.ts";

export interface Body {
  /** SHA-256 of the text, in hex: the first 32 characters. */
  readonly hash: string;
  /** Addresses inside the paper, without fragment, each once. */
  readonly links: readonly string[];
  /** Where they stand in the file. */
  readonly linkPlaces: readonly LinkPlace[];
  /** Paths inside content/media/, each once. */
  readonly pictures: readonly string[];
  /** Where they stand in the file. */
  readonly picturePlaces: readonly TextPlace[];
  readonly findings: readonly PlacedFinding[];
}

/** What a body links to and shows, and what is wrong in it. The body starts on line `bodyLine` of its file. */
export function inspectBody(
  body: string,
  bodyLine: number,
  pictures: Pictures,
  headings?: { readonly headingAbove: number },
): Body {
  const inspection = inspectMarkdown(body, headings);
  const findings: PlacedFinding[] = [...inspection.findings, ...findControlCharacters(body)];
  const inFile = <T extends TextPlace>(place: T): T => ({
    ...place,
    line: place.line + bodyLine - 1,
  });
  for (const { src, line, column, length } of inspection.pictures) {
    const path = mediaPath(src);
    const refusal = isRefusal(path) ? path : refuseMissingPicture(path, pictures);
    if (refusal !== undefined) findings.push({ line, column, length, ...refusal });
  }
  return {
    hash: hashOfBody(body),
    links: unique(inspection.links.map(({ address }) => address)),
    linkPlaces: inspection.links.map(inFile),
    pictures: unique(inspection.pictures.map(({ src }) => src)),
    picturePlaces: inspection.pictures.map(inFile),
    findings: findings.map(inFile),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Says whether a text is the same, whatever stands above it. */
export function hashOfBody(body: string): string {
  return hash("sha256", body).slice(0, 32);
}
