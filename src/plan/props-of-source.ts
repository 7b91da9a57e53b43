import { listBefore } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { readablePicture } from "../archive/seen-files.ts";
import { type StoredEditorsPage, storedAuthor } from "../archive/stored-pages.ts";
import type { StoredStory } from "../archive/stored-stories.ts";
import { resolveAddress } from "../archive/wanted-pages.ts";
import { listAddress } from "../model/address.ts";
import { authorList, EARLIER_STORIES, topicList } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import type {
  Credit,
  EarlierStory,
  EditorsPageProps,
  PageProps,
  SourceProps,
} from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import { type Byline, isPublished, type PublishedStory } from "../model/story.ts";
import { shareImageOf } from "./share-images.ts";
import { shownPicture } from "./shown-picture.ts";

/** What a story's address shows, its text aside. */
export function storyProps(archive: Archive, site: Site, stored: StoredStory): PageProps["story"] {
  const { story, hash } = stored;
  if (!isPublished(story)) return { shows: "withdrawal", story };
  const shareImage = shareImageOf(site, story);
  return {
    shows: "story",
    story,
    authors: story.byline.map((name) => creditOf(archive, name)),
    earlier: earlierStories(archive, story),
    ...(shareImage !== undefined && { shareImage }),
    ...sourceProps(archive, site, story, hash),
  };
}

function earlierStories(archive: Archive, story: PublishedStory): EarlierStory[] {
  const [topic] = story.topics;
  if (topic === undefined) return [];
  return listBefore(archive, topicList(topic.key), story, EARLIER_STORIES).map((listing) => {
    const { address, headline, language, day } = parseStored<Listing>(listing);
    return { address, headline, language, day };
  });
}

export function editorsPageProps(
  archive: Archive,
  site: Site,
  { page, hash }: StoredEditorsPage,
): EditorsPageProps {
  return { page, ...sourceProps(archive, site, page, hash) };
}

export function creditOf(archive: Archive, name: Byline): Credit {
  if ("name" in name) return { name: name.name };
  const author = storedAuthor(archive, name.key);
  if (author === undefined) throw new Error(`No author ${name.key} in the archive.`);
  return { name: author.name, address: listAddress(authorList(name.key)) };
}

interface Source {
  readonly path: string;
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

export function sourceProps(
  archive: Archive,
  site: Site,
  source: Source,
  sourceHash: string,
  read = readablePicture,
): SourceProps {
  const links = source.links.flatMap((link) => {
    const target = resolveAddress(archive, site, link);
    return target === undefined ? [] : [[link, target] as const];
  });
  const pictures = source.pictures.flatMap((src) => {
    const picture = shownPicture(archive, src, read);
    return picture === undefined ? [] : [[src, picture] as const];
  });
  return {
    path: source.path,
    sourceHash,
    links: Object.fromEntries(links),
    pictures: Object.fromEntries(pictures),
  };
}
