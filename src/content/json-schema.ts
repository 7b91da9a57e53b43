import * as z from "zod";
import { authorSchema } from "./parse-author.ts";
import { editorsPageSchema } from "./parse-editors-page.ts";
import { siteSchema } from "./site-schema.ts";
import { storySchema } from "./story-schema.ts";

const SCHEMAS = {
  author: authorSchema,
  page: editorsPageSchema,
  site: siteSchema,
  story: storySchema,
};

/** What editors' programs need to complete keys and values as they are typed. */
export function jsonSchema(kind: keyof typeof SCHEMAS): object {
  return z.toJSONSchema(SCHEMAS[kind], { io: "input", unrepresentable: "any" });
}
