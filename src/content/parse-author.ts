import * as z from "zod";
import { isError } from "../model/problem.ts";
import type { Author } from "../model/site.ts";
import { anyText, line } from "./fields.ts";
import { refuseKey } from "./key-rules.ts";
import { kindField } from "./kind-field.ts";
import { mediaPath, type Pictures } from "./media-path.ts";
import { type DocumentParse, parseDocument } from "./parse-document.ts";
import type { Refusal } from "./refusal.ts";
import { email, webUrl } from "./web-rules.ts";

export const authorSchema = z.strictObject({
  name: line(anyText, 100),
  kind: kindField(["person", "bureau"]).default("person"),
  email: z.exactOptional(line(email)),
  url: z.exactOptional(line(webUrl, 2000)),
  portrait: z.exactOptional(line(mediaPath)),
});

export interface AuthorParse extends Omit<DocumentParse<typeof authorSchema>, "document"> {
  /** There exactly when no problem is an error. */
  readonly author?: Author;
}

/** Parses and checks the text of `authors/KEY.md`. */
export function parseAuthor(path: string, source: string, pictures: Pictures): AuthorParse {
  const { document, ...parse } = parseDocument(path, source, RULES, pictures);
  if (!document?.keys || parse.problems.some(isError)) return parse;
  return { ...parse, author: { key: keyOf(path), ...document.keys, note: document.text.trim() } };
}

const RULES = {
  schema: authorSchema,
  otherNames: {
    title: "name",
    headline: "name",
    type: "kind",
    photo: "portrait",
    image: "portrait",
  },
  refusePath: refuseAuthorPath,
  picture: "portrait",
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
