import type { Newsroom, Source } from "./newsroom.ts";
import {
  EMBARGOES,
  FUTURE,
  HEADLINES,
  OLD_ADDRESSES,
  PAST,
  PATHS,
  POSTS,
  storyAddress,
  TARGETS,
  TOPICS,
} from "./newsroom-words.ts";
import type { Edit, Picks } from "./picks.ts";

/** An edit of one story. */
function onStory(change: (story: Source, picks: Picks, room: Newsroom) => void): Edit {
  return (room, picks) => {
    const path = picks.from(room.list("stories"));
    if (path === undefined) return undefined;
    change(room.source(path), picks, room);
    return path;
  };
}

function onLiveBlog(change: (blog: Source, picks: Picks, room: Newsroom) => void): Edit {
  return (room, picks) => {
    const blogs = room.list("stories").filter((path) => room.source(path).keys.kind === "live");
    const path = picks.from(blogs);
    if (path === undefined) return undefined;
    change(room.source(path), picks, room);
    return path;
  };
}

/** The heading of a post, of a minute of its own. */
function post(picks: Picks, lines: readonly string[]): string {
  const times = POSTS.filter((time) => !lines.some((line) => line.startsWith(`## ${time}`)));
  const time = picks.from(times) ?? `2025-12-31 10:${10 + lines.length}`;
  return `## ${time} ${picks.from(HEADLINES)}`;
}

function setKey(key: string, values: readonly unknown[]): Edit {
  return onStory(({ keys }, picks) => {
    const value = picks.from(values);
    if (value === undefined) delete keys[key];
    else keys[key] = value;
  });
}

function move(picks: Picks, room: Newsroom, withAlias: boolean): string | undefined {
  const from = picks.from(room.list("stories"));
  const to = picks.from(PATHS.filter((path) => !room.sources.has(path)));
  if (from === undefined || to === undefined) return undefined;
  const story = room.source(from);
  room.sources.delete(from);
  room.sources.set(to, story);
  if (withAlias) {
    const aliases = [...aliasesOf(story), storyAddress(from)];
    story.keys.aliases = aliases.filter((alias) => alias !== storyAddress(to));
  }
  return `${from} to ${to}`;
}

export function aliasesOf({ keys }: Source): string[] {
  return [...((keys.aliases ?? []) as string[])];
}

export function linkTo(address: string, picks: Picks): string {
  return `It is [said](${encodeURI(address)}${picks.from(["", "#main", "?from=here"])}) so.`;
}

function newStory(picks: Picks, room: Newsroom): Source {
  const keys: Record<string, unknown> = {
    headline: picks.from(HEADLINES),
    published: picks.from([...PAST, ...PAST, ...FUTURE]),
    section: picks.from(Object.keys(room.site.sections)),
    topics: picks.some(TOPICS.slice(0, 4), 2),
    byline: picks.some([...authorKeys(room), "Jane Doe"], 2),
  };
  return { keys, lines: ["Winds rise.", linkTo(picks.from(TARGETS), picks)] };
}

function authorKeys(room: Newsroom): string[] {
  return room.list("authors").map((path) => path.slice("authors/".length, -".md".length));
}

export function picturesOf(room: Newsroom): string[] {
  return room.list("media").map((path) => path.slice("media/".length));
}

export function addSource(
  paths: readonly string[],
  make: (picks: Picks, room: Newsroom) => Source,
): Edit {
  return (room, picks) => {
    const path = picks.from(paths.filter((path) => !room.sources.has(path)));
    if (path !== undefined) room.sources.set(path, make(picks, room));
    return path;
  };
}

export const STORY_EDITS = {
  "add a story": addSource(PATHS, newStory),
  "remove a story": (room, picks) => {
    const path = picks.from(room.list("stories"));
    room.sources.delete(path);
    return path;
  },
  "move a story": (room, picks) => move(picks, room, false),
  "move a story, with an alias": (room, picks) => move(picks, room, true),
  "change a headline": setKey("headline", HEADLINES),
  "change a dateline": setKey("dateline", ["ROME", "NORFOLK, Va.", "ELBONIA", undefined]),
  "change a summary": setKey("summary", ["In short.", "In long.", undefined]),
  "write a line": onStory(({ lines }, picks) => lines.push(picks.from(["More.", "## Aside"]))),
  "link a story": onStory(({ lines }, picks) => lines.push(linkTo(picks.from(TARGETS), picks))),
  "delete a line": onStory(({ lines }) => lines.splice(1, 1)),
  "change a section": onStory(({ keys }, picks, room) => {
    keys.section = picks.from(Object.keys(room.site.sections));
  }),
  "take a story out of its section": onStory(({ keys }) => delete keys.section),
  "change topics": onStory(({ keys }, picks) => {
    keys.topics = picks.some(TOPICS, 3);
  }),
  "change a byline": onStory(({ keys }, picks, room) => {
    keys.byline = picks.some([...authorKeys(room), "Jane Doe"], 2);
  }),
  withdraw: onStory(({ keys }) => Object.assign(keys, { status: "withdrawn", reason: "Wrong." })),
  "make a draft": onStory(({ keys }) => {
    delete keys.reason;
    keys.status = "draft";
  }),
  "make ready": onStory(({ keys }) => {
    delete keys.reason;
    delete keys.status;
  }),
  "publish in the past": setKey("published", PAST),
  schedule: setKey("published", FUTURE),
  embargo: setKey("embargo", EMBARGOES),
  "lift an embargo": setKey("embargo", [undefined]),
  prioritize: setKey("priority", [1, 2, 1, undefined]),
  update: setKey("updated", ["2026-11-24T12:00Z", undefined, "2026-11-24", "2026-11-24T12:30Z"]),
  correct: onStory(({ keys }, picks) => {
    const date = picks.from(["2026-11-24", "2026-11-23", "2025-12-31"]);
    const correction = { date, kind: "correction", text: picks.from(["It was.", "It was not."]) };
    keys.corrections = [correction, ...((keys.corrections ?? []) as object[])];
  }),
  "name where it was first": setKey("canonical", ["https://example.com/first", undefined]),
  "remove corrections": setKey("corrections", [undefined]),
  "give an alias": onStory((story, picks, room) => {
    const free = OLD_ADDRESSES.filter((alias) => !room.isNamed(`"${alias}"`));
    if (free.length > 0) story.keys.aliases = [...aliasesOf(story), picks.from(free)];
  }),
  "take an alias": onStory((story) => {
    story.keys.aliases = aliasesOf(story).slice(1);
  }),
  "pass an alias to another story": (room, picks) => {
    const owners = room.list("stories").filter((path) => aliasesOf(room.source(path)).length > 0);
    const [from, to] = [picks.from(owners), picks.from(room.list("stories"))];
    if (from === undefined || from === to) return undefined;
    const aliases = aliasesOf(room.source(from));
    room.source(to).keys.aliases = [...aliasesOf(room.source(to)), ...aliases];
    delete room.source(from).keys.aliases;
    return `from ${from} to ${to}`;
  },
  "show a lead picture": onStory(({ keys }, picks, room) => {
    const src = picks.from(picturesOf(room));
    if (src !== undefined) keys.image = { src, alt: "A map" };
  }),
  "show a picture": onStory(({ lines }, picks, room) => {
    const src = picks.from(picturesOf(room));
    if (src !== undefined) lines.push(`![A map](${src})`);
  }),
  "hide pictures": onStory(({ keys, lines }) => {
    delete keys.image;
    lines.splice(0, lines.length, ...lines.filter((line) => !line.startsWith("![")));
  }),
  "begin a live blog": onStory(({ keys, lines }, picks) => {
    keys.kind = "live";
    keys.published = "2025-12-31";
    lines.splice(0, lines.length, "Winds rise.", "- In short.", post(picks, []));
  }),
  post: onLiveBlog((story, picks) => {
    story.lines.splice(2, 0, post(picks, story.lines));
    story.lines.splice(
      3,
      0,
      picks.from(["More.", linkTo(picks.from(TARGETS), picks), "So.[^1]\n\n[^1]: Yes."]),
    );
  }),
  "show a picture in a post": onLiveBlog(({ lines }, picks, room) => {
    const src = picks.from(picturesOf(room));
    if (src !== undefined) lines.push(`![A map](${src})`);
  }),
  "withdraw a post": onLiveBlog(({ lines }) => {
    const start = lines.findIndex((line) => line.startsWith("## "));
    const end = lines.findIndex((line, index) => index > start && line.startsWith("## "));
    if (end > start) lines.splice(start, end - start);
  }),
  "end a live blog": onLiveBlog(({ keys }, picks) => {
    keys.ended = picks.from(["2026-12-01", "2026-11-24T09:00Z", "2026-11-24"]);
  }),
  "go on with a live blog": onLiveBlog(({ keys }) => delete keys.ended),
  "turn a live blog round": onLiveBlog(({ keys }, picks) => {
    keys.order = picks.from(["newest-first", "oldest-first"]);
  }),
  "make a mistake": onStory(({ keys }) => Object.assign(keys, { headlin: "Storm" })),
} satisfies Record<string, Edit>;
