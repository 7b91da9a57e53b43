import { listBefore } from "../archive/lists.ts";
import type { Archive } from "../archive/open-archive.ts";
import { parseStored } from "../archive/parse-stored.ts";
import { readablePicture } from "../archive/seen-files.ts";
import { type StoredEditorsPage, storedAuthor } from "../archive/stored-pages.ts";
import type { StoredStory } from "../archive/stored-stories.ts";
import { resolveAddress } from "../archive/wanted-pages.ts";
import { listAddress } from "../model/address.ts";
import { type Json, jsonWith } from "../model/json.ts";
import { authorList, EARLIER_STORIES, topicList } from "../model/list.ts";
import type { Listing } from "../model/listing.ts";
import type {
  Credit,
  EarlierStory,
  EditorsPageProps,
  SourceProps,
  StoryProps,
  TextProps,
} from "../model/page-props.ts";
import type { Site } from "../model/site.ts";
import type { Byline, PublishedStory } from "../model/story.ts";
import { shareImageOf } from "./share-images.ts";
import { shapesOf, shownPicture } from "./shown-picture.ts";

/** What a story's address shows, its text aside. */
export function storyProps(
  archive: Archive,
  site: Site,
  story: PublishedStory,
  { json, hash }: StoredStory,
): Json<StoryProps> {
  const around = aroundProps(archive, site, story);
  const source = sourceProps(archive, site, story, hash);
  const others = { shows: "story", ...around, ...source } as const;
  return jsonWith(others, "story", json as Json<PublishedStory>);
}

/** What stands around the text of a story. */
export function aroundProps(
  archive: Archive,
  site: Site,
  story: PublishedStory,
): Pick<StoryProps, "authors" | "earlier" | "shareImage" | "shapes"> {
  const shareImage = shareImageOf(site, story);
  const shapes = shapesOf(archive, story.image);
  return {
    authors: story.byline.map((name) => creditOf(archive, story, name)),
    earlier: earlierStories(archive, story),
    ...(shareImage !== undefined && { shareImage }),
    ...(shapes.length > 0 && { shapes }),
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

/** A name without a file of its own is a person's, unless it is the one of the agency that the story comes from. */
export function creditOf(
  archive: Archive,
  { source }: Pick<PublishedStory, "source">,
  byline: Byline,
): Credit {
  if ("name" in byline) {
    return { name: byline.name, kind: byline.name === source?.name ? "bureau" : "person" };
  }
  const author = storedAuthor(archive, byline.key);
  if (author === undefined) throw new Error(`No author ${byline.key} in the archive.`);
  const { name, kind } = author;
  return { name, kind, address: listAddress(authorList(byline.key)) };
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
  return { ...textProps(archive, site, source, read), sourceHash };
}

/** Where the links of a text lead, and what its pictures are. */
export function textProps(
  archive: Archive,
  site: Site,
  source: Source,
  read = readablePicture,
): TextProps {
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
    links: Object.fromEntries(links),
    pictures: Object.fromEntries(pictures),
  };
}
