import type { Author, EditorsPage } from "../model/site.ts";
import type { Archive } from "./open-archive.ts";
import { parseStored } from "./parse-stored.ts";
import { removeMentions, storeMentions } from "./stored-stories.ts";

export interface StoredEditorsPage {
  readonly page: EditorsPage;
  readonly hash: string;
  readonly isKept: boolean;
}

export function editorsPageAtAddress(
  { sql }: Archive,
  address: string,
): StoredEditorsPage | undefined {
  const row = sql.get`SELECT page, hash, is_kept FROM editors_pages WHERE address = ${address}`;
  if (row === undefined) return undefined;
  return { page: parseStored(row.page), hash: String(row.hash), isKept: row.is_kept === 1 };
}

export function storeEditorsPage(archive: Archive, page: EditorsPage, hash: string): void {
  const { sql } = archive;
  removeEditorsPage(archive, page.path);
  sql.run`INSERT INTO editors_pages VALUES (${page.path}, ${page.address}, ${hash}, 0, ${JSON.stringify(page)})`;
  storeMentions(archive, page);
}

export function keepEditorsPage({ sql }: Archive, path: string): void {
  sql.run`UPDATE editors_pages SET is_kept = 1 WHERE path = ${path}`;
}

export function removeEditorsPage({ sql }: Archive, path: string): void {
  sql.run`DELETE FROM editors_pages WHERE path = ${path}`;
  removeMentions({ sql }, path);
}

/** Addresses of the editors' pages. */
export function listEditorsPages({ sql }: Archive): string[] {
  return sql.all`SELECT address FROM editors_pages ORDER BY address`.map((row) =>
    String(row.address),
  );
}

/** The author as last read, even where the file is gone since. */
export function storedAuthor({ sql }: Archive, key: string): Author | undefined {
  const row = sql.get`SELECT author FROM authors WHERE key = ${key}`;
  return row === undefined ? undefined : parseStored(row.author);
}

/** Keys that a byline may name. */
export function listAuthorKeys({ sql }: Archive): string[] {
  return sql.all`SELECT key FROM authors WHERE NOT is_gone ORDER BY key`.map((row) =>
    String(row.key),
  );
}

/** Keys of all authors whose files were ever there. */
export function listKnownAuthorKeys({ sql }: Archive): string[] {
  return sql.all`SELECT key FROM authors ORDER BY key`.map((row) => String(row.key));
}

export function hasAuthor({ sql }: Archive, key: string): boolean {
  return sql.get`SELECT 1 FROM authors WHERE key = ${key} AND NOT is_gone` !== undefined;
}

export function storeAuthor(archive: Archive, author: Author): void {
  const { sql } = archive;
  const { key, image } = author;
  sql.run`INSERT OR REPLACE INTO authors VALUES (${key}, ${JSON.stringify(author)}, 0)`;
  removeMentions({ sql }, authorPath(key));
  const pictures = image === undefined ? [] : [image.src];
  storeMentions(archive, { path: authorPath(key), links: [], pictures });
}

export function removeAuthor({ sql }: Archive, key: string): void {
  sql.run`UPDATE authors SET is_gone = 1 WHERE key = ${key}`;
  removeMentions({ sql }, authorPath(key));
}

function authorPath(key: string): string {
  return `authors/${key}.md`;
}
