import { outputFile, storyAddress } from "../model/address.ts";
import type { Moves } from "../model/page-props.ts";
import { type Folder, folderOf, pathsIn } from "../model/server-file.ts";
import type { Site } from "../model/site.ts";
import type { Archive } from "./open-archive.ts";
import { listSameNames } from "./seen-files.ts";
import { resolveAddress } from "./wanted-pages.ts";

/** What became of addresses of the whole paper: those of newer stories first, where a server takes no more than some. */
export function listMoves(archive: Archive, site: Site, most = Number.POSITIVE_INFINITY): Moves {
  const { sql } = archive;
  const moved = [];
  for (const row of sql.iterate`SELECT alias, path FROM aliases ORDER BY path DESC, alias`) {
    if (moved.length === most) break;
    const move = moveOf(row);
    if (leadsOn(archive, site, move)) moved.push(move);
  }
  const gone = sql.all`SELECT address FROM stories WHERE listing = '' ORDER BY address`;
  return { moved, gone: gone.map(({ address }) => String(address)) };
}

/** The same of a folder's stories, for a server that takes addresses for the same that differ in case alone. */
export function listMovesIn(archive: Archive, site: Site, folder: Folder): Moves {
  const { sql } = archive;
  const [first, end] = [pathsIn(folder), `${pathsIn(folder)}\u{10ffff}`];
  const moved = sql.all`
    SELECT alias, path FROM aliases WHERE path > ${first} AND path < ${end} ORDER BY alias`
    .map(moveOf)
    .filter((move) => leadsOn(archive, site, move) && isUnlikeOthers(archive, site, move));
  const gone = sql.all`
    SELECT address FROM stories WHERE path > ${first} AND path < ${end} AND listing = '' ORDER BY address`;
  return { moved, gone: gone.map(({ address }) => String(address)) };
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

function moveOf({ alias, path }: Record<string, unknown>): Move {
  return { alias: String(alias), target: storyAddress(String(path)) };
}

/** A file beats an alias, and one story another. */
function leadsOn(archive: Archive, site: Site, { alias, target }: Move): boolean {
  return alias !== target && resolveAddress(archive, site, alias) === target;
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
