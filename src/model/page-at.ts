import { listAddress } from "./address.ts";
import { isPaperOrSection } from "./feed.ts";
import { authorList, CORRECTIONS, type List, NEWS, sectionList, topicList } from "./list.ts";
import {
  ARCHIVE,
  feedPages,
  frontPage,
  HOME,
  latestPage,
  NOT_FOUND,
  type Page,
  periodPage,
  SEARCH,
  SERVICE_WORKER,
} from "./page.ts";
import type { Site } from "./site.ts";

const FIXED = [HOME, ARCHIVE, SEARCH, NOT_FOUND, SERVICE_WORKER];

/** The front, period page or feed that would stand at an address; `undefined` for addresses of stories and the like. */
export function listPageAt(site: Site, address: string): Page | undefined {
  const fixed = FIXED.find((page) => page.address === address);
  if (fixed !== undefined) return fixed;
  if (!address.endsWith("/")) return feedAt(site, address);
  const parts = address.split("/").slice(1, -1);
  if (parts.length === 0) return undefined;
  const [list, rest] = listAndRest(site, parts);
  if (list === undefined) return undefined;
  if (rest.length === 0) return address === listAddress(list) ? frontPage(list) : undefined;
  const page = periodPage(list, rest.join("-"));
  return /^\d{4}(-\d\d){0,2}$/.test(rest.join("-")) && page.address === address ? page : undefined;
}

function feedAt(site: Site, address: string): Page | undefined {
  const folder = address.slice(0, address.lastIndexOf("/") + 1);
  const front = folder === HOME.address ? frontPage(NEWS) : listPageAt(site, folder);
  if (front?.kind !== "front") return undefined;
  const list = front.subject;
  const pages = [...feedPages(list), ...(isPaperOrSection(list) ? [latestPage(list)] : [])];
  return pages.find((page) => page.address === address);
}

function listAndRest(site: Site, parts: readonly string[]): [List | undefined, readonly string[]] {
  const [first = "", second = ""] = parts;
  if (first === "latest") return [NEWS, parts.slice(1)];
  if (first === "corrections") return [CORRECTIONS, parts.slice(1)];
  if (first === "authors" && second !== "") return [authorList(second), parts.slice(2)];
  if (first === "topics" && second !== "") return [topicList(second), parts.slice(2)];
  if (site.sections.some(({ key }) => key === first)) return [sectionList(first), parts.slice(1)];
  return /^\d{4}$/.test(first) ? [NEWS, parts] : [undefined, []];
}
