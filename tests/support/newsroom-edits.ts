import type { Newsroom, Source } from "./newsroom.ts";

/** Draws from lists by the numbers of a random edit. */
export class Picks {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** `undefined` of an empty list alone. */
  from<T>(list: readonly T[]): T {
    const number = this.#numbers[this.#next++ % this.#numbers.length] as number;
    return list[number % list.length] as T;
  }

  some<T>(list: readonly T[], most: number): T[] {
    const count = this.from([...Array(most + 1).keys()]);
    return [...new Set(Array.from({ length: count }, () => this.from(list)))];
  }
}

const SLUGS = ["fire", "flood", "frost", "gale", "hail", "rain", "storm", "ärger", "ﬂare", "𐐨wl"];
const PATHS = ["2026/11", "2025/12", "2026/10", "2026/01"].flatMap((folder) =>
  SLUGS.map((slug) => `stories/${folder}/${slug}.md`),
);
const PAST = [
  "2026-11-24T09:00Z",
  "2026-11-23T15:00Z",
  "2026-11-24T12:00Z",
  "2026-11-20",
  "2026-11-01 01:30",
  "2026-10-31T22:00-04:00",
  "2025-12-31",
  "2025-12-31 23:30",
  "2026-01-01T02:00Z",
];
const FUTURE = ["2026-11-24T12:30Z", "2026-11-25", "2026-11-26T01:00Z", "2026-12-01T09:00Z"];
const EMBARGOES = ["2026-11-24T12:30Z", "2026-11-25T05:00Z", "2026-11-24T10:00Z"];
const CLOCKS = [
  "2026-11-24T12:00Z",
  "2026-11-24T12:30Z",
  "2026-11-24T11:59:59Z",
  "2026-11-25T05:00Z",
  "2026-11-25T12:00Z",
  "2026-11-26T01:00Z",
  "2026-11-23T12:00Z",
  "2026-12-02T00:00Z",
  "2027-01-15T00:00Z",
];
const HEADLINES = ["Storm nears", "Storm hits", "All calm", "Winds <rise> & fall"];
const TOPICS = ["Russia", "russia", "RUSSIA", "Cup final", "cup  final", "Élan"];
const AUTHORS = ["ann", "rome-bureau", "desk"];
const PAGES = ["about", "opinion", "press"];
const PICTURES = ["map.svg", "2026/map.svg"];
const STATICS = ["robots.txt", "old/index.html", "press/kit.txt", "media/map.svg", "late.html"];
const OLD_ADDRESSES = ["/old/", "/old/1/", "/late.html", "/opinion/", "/2026/11/storm/"];
const LIST_ADDRESSES = [
  "/topics/russia/",
  "/world/",
  "/latest/",
  "/authors/ann/",
  "/2026/11/24/",
  "/2026/11/",
  "/world/2026/11/",
  "/topics/russia/2026/",
  "/authors/ann/2026/",
  "/corrections/2026/",
  "/opinion/",
  "/404.html",
  "/",
];
const TARGETS = [
  ...PATHS.map(storyAddress),
  ...OLD_ADDRESSES,
  ...LIST_ADDRESSES,
  ...PAGES.map((key) => `/${key}/`),
  ...STATICS.map((path) => `/${path}`),
];

function storyAddress(path: string): string {
  return `/${path.slice("stories/".length, -".md".length)}/`;
}

/** What an edit did, for whoever reads of a failure; `undefined` where it could do nothing. */
export type Edit = (room: Newsroom, picks: Picks) => string | undefined;

/** An edit of one story. */
function onStory(change: (story: Source, picks: Picks, room: Newsroom) => void): Edit {
  return (room, picks) => {
    const path = picks.from(room.list("stories"));
    if (path === undefined) return undefined;
    change(room.source(path), picks, room);
    return path;
  };
}

function setKey(key: string, values: readonly unknown[]): Edit {
  return onStory(({ keys }, picks) => {
    const value = picks.from(values);
    if (value === undefined) delete keys[key];
    else keys[key] = value;
  });
}

function setSetting(key: string, values: readonly unknown[]): Edit {
  return (room, picks) => {
    room.site[key] = picks.from(values);
    return `${key}: ${JSON.stringify(room.site[key])}`;
  };
}

function addSource(paths: readonly string[], make: (picks: Picks, room: Newsroom) => Source): Edit {
  return (room, picks) => {
    const path = picks.from(paths.filter((path) => !room.sources.has(path)));
    if (path !== undefined) room.sources.set(path, make(picks, room));
    return path;
  };
}

function removeUnnamed(folder: string, nameOf: (path: string) => string | undefined): Edit {
  return (room, picks) => {
    const unnamed = room.list(folder).filter((path) => {
      const name = nameOf(path);
      return name === undefined || !room.isNamed(name);
    });
    const path = picks.from(unnamed);
    room.sources.delete(path);
    room.copies.delete(path);
    return path;
  };
}

function writeCopy(folder: string, names: readonly string[], text: (n: number) => string): Edit {
  return (room, picks) => {
    const path = `${folder}/${picks.from(names)}`;
    room.copies.set(path, text(picks.from([1, 2, 3])));
    return path;
  };
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

function aliasesOf({ keys }: Source): string[] {
  return [...((keys.aliases ?? []) as string[])];
}

function linkTo(address: string, picks: Picks): string {
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

function picturesOf(room: Newsroom): string[] {
  return room.list("media").map((path) => path.slice("media/".length));
}

export const EDITS = {
  "add a story": addSource(PATHS, newStory),
  "remove a story": (room, picks) => {
    const path = picks.from(room.list("stories"));
    room.sources.delete(path);
    return path;
  },
  "move a story": (room, picks) => move(picks, room, false),
  "move a story, with an alias": (room, picks) => move(picks, room, true),
  "change a headline": setKey("headline", HEADLINES),
  "change a dateline": setKey("dateline", ["ROME", "NORFOLK, Va.", undefined]),
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
  "add or replace a picture": writeCopy("media", PICTURES, (n) => {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${n}" height="1"/>`;
  }),
  "remove a picture": removeUnnamed("media", (path) => path.slice("media/".length)),
  "add or replace a static file": writeCopy("static", STATICS, (n) => `Text ${n}\n`),
  "remove a static file": removeUnnamed("static", () => undefined),
  "add an author": addSource(
    AUTHORS.map((key) => `authors/${key}.md`),
    () => ({ keys: { name: "Ann" }, lines: ["Writes."] }),
  ),
  "rename an author": (room, picks) => {
    const path = picks.from(room.list("authors"));
    if (path === undefined) return undefined;
    room.source(path).keys.name = picks.from(["Ann", "Anna", "Bureau"]);
    return path;
  },
  "remove an author": removeUnnamed("authors", (path) => `"${path.slice(8, -".md".length)}"`),
  "add a page": addSource(
    PAGES.map((key) => `pages/${key}.md`),
    (picks) => ({ keys: { title: "About" }, lines: [linkTo(picks.from(TARGETS), picks)] }),
  ),
  "edit a page": (room, picks) => {
    const path = picks.from(room.list("pages"));
    if (path === undefined) return undefined;
    const pictures = picturesOf(room).map((src) => `![A map](${src})`);
    room
      .source(path)
      .lines.splice(0, 2, picks.from(["Us.", linkTo(picks.from(TARGETS), picks), ...pictures]));
    return path;
  },
  "remove a page": removeUnnamed("pages", () => undefined),
  "move the clock": (room, picks) => {
    const instant = picks.from(CLOCKS);
    room.now = Temporal.Instant.from(instant).epochMilliseconds;
    return `to ${instant}`;
  },
  "rename the paper": setSetting("name", ["The Daily Test", "The Test"]),
  "change the promise": setSetting("promise", ["News.", "More news."]),
  "change the zone": setSetting("zone", ["Pacific/Kiritimati", "America/New_York", "Asia/Kolkata"]),
  "change the base": setSetting("url", ["https://example.org/paper", "https://example.org"]),
  "change the priority hours": setSetting("priorityHours", [1, 24, 48]),
  "change a policy": setSetting("organization", [
    { policies: { correctionsPolicy: "/about/" } },
    { policies: { ethicsPolicy: "/2026/11/storm/" } },
    {},
  ]),
  "rename a section": (room, picks) => {
    const key = picks.from(Object.keys(room.site.sections));
    room.site.sections[key] = { name: picks.from(["World", "Universe"]) };
    return key;
  },
  "add a section": (room) => {
    room.sources.delete("pages/opinion.md");
    for (const path of room.list("stories")) {
      const story = room.source(path);
      story.keys.aliases = aliasesOf(story).filter((alias) => alias !== "/opinion/");
    }
    room.site.sections.opinion = { name: "Opinion" };
    return "opinion";
  },
  "remove a section": (room) => {
    if (room.isNamed('section: "opinion"')) return undefined;
    delete room.site.sections.opinion;
    return "opinion";
  },
  "make a mistake": onStory(({ keys }) => Object.assign(keys, { headlin: "Storm" })),
} satisfies Record<string, Edit>;
