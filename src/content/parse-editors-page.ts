import * as v from "valibot";
import { editorsPageAddress } from "../model/address.ts";
import { isError } from "../model/problem.ts";
import type { EditorsPage, Site } from "../model/site.ts";
import { anyText, line, paragraphs } from "./fields.ts";
import { refuseFirstWord } from "./key-rules.ts";
import type { Pictures } from "./media-path.ts";
import { type DocumentParse, parseDocument } from "./parse-document.ts";
import type { Refusal } from "./refusal.ts";
import { languageTag } from "./web-rules.ts";

const editorsPageSchema = v.strictObject({
  title: line(anyText),
  summary: v.exactOptional(paragraphs(1000)),
  language: v.exactOptional(line(languageTag)),
});

export interface EditorsPageContext extends Pictures {
  readonly site: Site;
}

export interface EditorsPageParse
  extends Omit<DocumentParse<typeof editorsPageSchema>, "document"> {
  /** There exactly when no problem is an error. */
  readonly page?: EditorsPage;
}

/** Parses and checks the text of `pages/KEY.md`. */
export function parseEditorsPage(
  path: string,
  source: string,
  context: EditorsPageContext,
): EditorsPageParse {
  const { site } = context;
  const rules = {
    schema: editorsPageSchema,
    otherNames: { headline: "title", name: "title", description: "summary" },
    refusePath: (path: string) => refusePagePath(path, site),
  };
  const { document, ...parse } = parseDocument(path, source, rules, context);
  if (!document?.keys || parse.problems.some(isError)) return parse;
  const { links, pictures } = document.body;
  const page = {
    language: site.language,
    ...document.keys,
    path,
    address: editorsPageAddress(path),
    links,
    pictures,
  };
  return { ...parse, page };
}

function refusePagePath(path: string, site: Site): Refusal | undefined {
  const [, key] = /^pages\/([^/]+)\.md$/.exec(path) ?? [];
  if (key === undefined) {
    return {
      code: "page-path",
      message: "An editors' page is a file in content/pages/ itself.",
      hint: "pages/about.md",
    };
  }
  if (!site.sections.some((section) => section.key === key)) return refuseFirstWord(key);
  return {
    code: "page-is-section",
    message: `/${key}/ is the address of a section.`,
    hint: `Choose another name, such as about-${key}.md.`,
  };
}
