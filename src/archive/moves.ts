import { outputFile, storyAddress } from "../model/address.ts";
import { listPageAt } from "../model/page-at.ts";
import type { Moves } from "../model/page-props.ts";
import { compareText } from "../model/problem.ts";
import { type Folder, folderOf, pathsIn } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import type { Archive } from "./open-archive.ts";
import { listSameNames } from "./seen-files.ts";
import { resolveAddress } from "./wanted-pages.ts";

/** What became of addresses of the whole paper: of newer stories first, where a server takes no more than `most`. */
export function listMoves(archive: Archive, site: Site, most = Number.POSITIVE_INFINITY): Moves {
  const moved = movesBelow(archive, site, "stories/").take(most);
  return { moved: [...moved], gone: listGone(archive, "stories/") };
}

/** The same of a folder's stories, for a server that takes addresses for the same that differ in case alone. */
export function listMovesIn(archive: Archive, site: Site, folder: Folder): Moves {
  const moved = movesBelow(archive, site, pathsIn(folder))
    .filter((move) => isUnlikeOthers(archive, site, move))
    .toArray()
    .sort((a, b) => compareText(a.alias, b.alias));
  return { moved, gone: listGone(archive, pathsIn(folder)) };
}

export function countAliases({ sql }: Archive): number {
  return Number(sql.get`SELECT count(*) AS n FROM aliases`?.n);
}

/** Folders whose stories have something to say of their addresses. */
export function listMoveFolders({ sql }: Archive): Set<Folder> {
  const rows = sql.all`
    SELECT DISTINCT substr(path, 1, 16) AS path FROM aliases
    UNION SELECT DISTINCT substr(path, 1, 16) FROM stories WHERE listing = ''`;
  return new Set(rows.map(({ path }) => folderOf(String(path))));
}

/** Stories that give an address as their former one, whatever its case. */
export function listLikeOwners({ sql }: Archive, address: string): string[] {
  const rows = sql.all`SELECT path FROM aliases WHERE lower(alias) = lower(${address})`;
  return rows.map(({ path }) => String(path));
}

type Move = Moves["moved"][number];

/** Old addresses that lead on: a file beats an alias, and one story another. */
function* movesBelow({ sql }: Archive, site: Site, start: string): Generator<Move> {
  const rows = sql.iterate`
    SELECT alias, path FROM aliases AS own WHERE path > ${start} AND path < ${endOf(start)}
    AND path = (SELECT min(path) FROM aliases WHERE alias = own.alias)
    AND NOT EXISTS (SELECT 1 FROM stories WHERE address = alias)
    AND NOT EXISTS (SELECT 1 FROM editors_pages WHERE address = alias)
    AND NOT EXISTS (
      SELECT 1 FROM files WHERE NOT is_faulty
      AND path = 'static' || alias || CASE substr(alias, -1) WHEN '/' THEN 'index.html' ELSE '' END)
    ORDER BY path DESC, alias`;
  for (const { alias, path } of rows) {
    const move = { alias: String(alias), target: storyAddress(String(path)) };
    if (listPageAt(site, move.alias) === undefined) yield move;
  }
}

function listGone({ sql }: Archive, start: string): string[] {
  const rows = sql.all`
    SELECT address FROM stories WHERE path > ${start} AND path < ${endOf(start)} AND listing = ''
    ORDER BY address`;
  return rows.map(({ address }) => String(address));
}

/** Behind all paths that begin so. */
function endOf(start: string): string {
  return `${start}\u{10ffff}`;
}

/** Of two old addresses that differ in case alone, neither leads on by this; nor does one that looks like a page. */
function isUnlikeOthers(archive: Archive, site: Site, { alias }: Move): boolean {
  const { sql } = archive;
  const lower = String(sql.get`SELECT lower(${alias}) AS lower`?.lower);
  const isPage = lower !== alias && resolveAddress(archive, site, lower) !== undefined;
  const like = sql.all`SELECT 1 FROM aliases WHERE lower(alias) = ${lower} LIMIT 2`;
  return !isPage && like.length < 2 && listSameNames(archive, fileFor(alias)).length === 0;
}

function fileFor(address: string): string {
  return `static/${outputFile(address)}`;
}
