import * as v from "valibot";
import { compareProblems, isError, type Problem } from "../model/problem.ts";
import type { TextPlace } from "../model/reading.ts";
import type { Author } from "../model/site.ts";
import { anyText, line, map } from "./fields.ts";
import type { Body } from "./inspect-body.ts";
import { refuseKey } from "./key-rules.ts";
import { kindField } from "./kind-field.ts";
import { mediaPath, type Pictures } from "./media-path.ts";
import { type DocumentParse, parseDocument } from "./parse-document.ts";
import { type PlacedFinding, problemAt } from "./problem-in-file.ts";
import type { Refusal } from "./refusal.ts";
import { email, webUrl } from "./web-rules.ts";

const portrait = map({
  src: line(mediaPath, 300),
  alt: line(anyText, 1000),
});

const authorSchema = v.strictObject({
  name: line(anyText, 100),
  kind: v.optional(kindField(["person", "bureau"]), "person"),
  email: v.exactOptional(line(email)),
  url: v.exactOptional(line(webUrl, 2000)),
  image: v.exactOptional(portrait),
});

export interface AuthorParse extends Omit<DocumentParse<typeof authorSchema>, "document"> {
  /** There exactly when no problem is an error. */
  readonly author?: Author;
}

/** Parses and checks the text of `authors/KEY.md`. */
export function parseAuthor(path: string, source: string, pictures: Pictures): AuthorParse {
  const { document, ...read } = parseDocument(path, source, RULES, pictures);
  const inNote = document === undefined ? [] : inspectNote(path, document.body);
  const problems = [...read.problems, ...inNote].sort(compareProblems);
  const parse = { ...read, problems, links: [] };
  if (!document?.keys || problems.some(isError)) return parse;
  return { ...parse, author: { key: keyOf(path), ...document.keys, note: document.text.trim() } };
}

/** A note is shown by itself: the archive follows no links and pictures in it. */
function inspectNote(path: string, { linkPlaces, picturePlaces }: Body): Problem[] {
  const links = linkPlaces.map(({ address, ...place }) => noteLink(address, place));
  const pictures = picturePlaces.map((place) => ({ ...place, ...NOTE_PICTURE }));
  return [...links, ...pictures].map((finding) => problemAt(path, finding));
}

function noteLink(address: string, place: TextPlace): PlacedFinding {
  return {
    ...place,
    severity: "warning",
    code: "note-link",
    message: "A note about an author can't link inside the paper, so readers see the text alone.",
    hint: `Give the whole address, https://example.org${address}, or type the text alone.`,
  };
}

const NOTE_PICTURE = {
  code: "note-picture",
  message: "A note about an author can't show a picture.",
  hint: "Take the picture out.",
};

const RULES = {
  schema: authorSchema,
  otherNames: { title: "name", headline: "name", type: "kind", picture: "image" },
  refusePath: refuseAuthorPath,
};

function keyOf(path: string): string {
  return path.slice("authors/".length, -".md".length);
}

function refuseAuthorPath(path: string): Refusal | undefined {
  if (/^authors\/[^/]+\.md$/.test(path)) return refuseKey(keyOf(path));
  return {
    code: "author-path",
    message: "An author is a file in content/authors/ itself.",
    hint: "authors/rome-bureau.md",
  };
}
