import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";
import { PROJECT_FOLDER } from "./paper-from.ts";

/** What xmllint finds in a document that should follow a schema of tests/schemas/. */
export async function xmlFaults(text: string, schema: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "published.xml", contents: text }],
    schema: [schemaFile(schema)],
    preload: ["sitemap.xsd", "sitemap-news.xsd"].map(schemaFile),
  });
  return errors.map(({ message }) => message);
}

function schemaFile(fileName: string) {
  const file = join(PROJECT_FOLDER, "tests/schemas", fileName);
  return { fileName, contents: readFileSync(file, "utf8") };
}
