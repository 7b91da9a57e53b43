import type * as v from "valibot";
import { compareProblems, type Problem } from "../model/problem.ts";
import type { LinkPlace, PlaceOf } from "../model/reading.ts";
import { type Body, inspectBody } from "./inspect-body.ts";
import type { OtherNames } from "./key-findings.ts";
import type { Pictures } from "./media-path.ts";
import { parseFrontMatter } from "./parse-front-matter.ts";
import { type KeysSchema, parseKeys } from "./parse-keys.ts";
import { firstLineOnly } from "./places.ts";
import { problemAt, problemAtKey } from "./problem-in-file.ts";
import { isRefusal, type Refusal } from "./refusal.ts";
import { checkPicture } from "./story-references.ts";

export interface Document<S extends KeysSchema> {
  /** There exactly when every key is right. */
  readonly keys?: v.InferOutput<S>;
  /** Markdown. */
  readonly text: string;
  readonly body: Body;
}

export interface DocumentParse<S extends KeysSchema> {
  /** Absent where the front matter as a whole can't be read. */
  readonly document?: Document<S>;
  readonly problems: readonly Problem[];
  readonly placeOf: PlaceOf;
  readonly links: readonly LinkPlace[];
}

export interface DocumentRules<S extends KeysSchema> {
  readonly schema: S;
  readonly otherNames: OtherNames;
  readonly refusePath: (path: string) => Refusal | undefined;
}

/** Parses a file of front matter and text whose meaning does not change with time. */
export function parseDocument<S extends KeysSchema>(
  path: string,
  source: string,
  rules: DocumentRules<S>,
  pictures: Pictures,
): DocumentParse<S> {
  const refusal = rules.refusePath(path);
  const ofPath = refusal ? [problemAt(path, { line: 1, column: 1, length: 1, ...refusal })] : [];
  const file = parseFrontMatter(source);
  if (isRefusal(file)) {
    const { placeOf } = firstLineOnly(source);
    return { problems: [...ofPath, problemAt(path, file)], placeOf, links: [] };
  }

  const { complete, findings } = parseKeys(rules.schema, file, rules.otherNames);
  const body = inspectBody(file.body, file.bodyLine, pictures);
  const problems = [
    ...ofPath,
    ...findings.map((finding) => problemAtKey(path, file.places, finding)),
    ...("image" in rules.schema.entries ? checkPicture(file.values.image, pictures) : []).map(
      (finding) => problemAtKey(path, file.places, finding),
    ),
    ...body.findings.map((finding) => problemAt(path, finding)),
  ].sort(compareProblems);
  const document = { text: file.body, body, ...(complete && { keys: complete }) };
  return { document, problems, placeOf: file.places.placeOf, links: body.linkPlaces };
}
