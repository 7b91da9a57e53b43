import type { Archive } from "../archive/open-archive.ts";
import type { Day } from "../model/instant.ts";
import { type LiveBlog, type LivePost, type LiveText, liveDays } from "../model/live-blog.ts";
import type {
  LiveBlogProps,
  LiveDayProps,
  LiveFileProps,
  LiveTextProps,
  ShownPost,
} from "../model/live-props.ts";
import type { Site } from "../model/site.ts";
import { type PublishedStory, shownStory } from "../model/story.ts";
import { aroundProps, textProps } from "./props-of-source.ts";

/** How many posts there are in what browsers poll. */
const FILE_LENGTH = 20;

/** What the page of a live blog shows, its texts aside: of its posts those of the newest day. */
export function liveBlogProps(archive: Archive, site: Site, story: PublishedStory): LiveBlogProps {
  const live = story.live as LiveBlog;
  const days = liveDays(live);
  return {
    shows: "live-blog",
    story: shownStory(story),
    ...aroundProps(archive, site, story),
    days,
    ...liveTextProps(archive, site, story, postsOf(story, days[0]), withLead(story, live.intro)),
  };
}

/** The lead picture stands above what comes before the posts. */
function withLead({ image }: PublishedStory, intro: LiveText): LiveText {
  return image === undefined ? intro : { ...intro, pictures: [...intro.pictures, image.src] };
}

/** What the page of a day shows: of other days no more than which ones are beside it, so that it stays as it is. */
export function liveDayProps(
  archive: Archive,
  site: Site,
  story: PublishedStory,
  day: Day,
): LiveDayProps {
  const { address, headline, language, kicker, section, publication } = story;
  const { preview } = publication;
  const days = liveDays(story.live as LiveBlog);
  const [after, before] = [days[days.indexOf(day) - 1], days[days.indexOf(day) + 1]];
  return {
    story: {
      address,
      headline,
      language,
      ...(kicker !== undefined && { kicker }),
      ...(section !== undefined && { section }),
      ...(preview !== undefined && { preview }),
    },
    day,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...liveTextProps(archive, site, story, postsOf(story, day)),
  };
}

/** What browsers are told that have a live blog open. */
export function liveFileProps({
  address,
  ended,
  publication,
  live,
}: PublishedStory): LiveFileProps {
  return {
    address,
    hasEnded: ended !== undefined,
    modifiedAt: publication.modifiedAt,
    posts: (live as LiveBlog).posts.slice(0, FILE_LENGTH).map(shownPost),
  };
}

/** Texts of a live blog that a page shows, with what their own links and pictures are. */
export function liveTextProps(
  archive: Archive,
  site: Site,
  { path }: PublishedStory,
  posts: readonly LivePost[],
  intro?: LiveText,
  read?: Parameters<typeof textProps>[3],
): LiveTextProps {
  const texts = intro === undefined ? posts : [intro, ...posts];
  const source = {
    path,
    links: [...new Set(texts.flatMap(({ links }) => links))],
    pictures: [...new Set(texts.flatMap(({ pictures }) => pictures))],
  };
  return {
    ...textProps(archive, site, source, read),
    ...(intro !== undefined && { intro: intro.hash }),
    posts: posts.map(shownPost),
  };
}

/** Those of a day, in the order in which the blog shows them. */
function postsOf({ live, order }: PublishedStory, day: Day | undefined): LivePost[] {
  const posts = (live as LiveBlog).posts.filter((post) => post.day === day);
  return order === "oldest-first" ? posts.reverse() : posts;
}

function shownPost({ links: _links, pictures: _pictures, ...post }: LivePost): ShownPost {
  return post;
}
