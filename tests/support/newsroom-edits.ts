import { AUTHORS, CLOCKS, PAGES, PICTURES, STATICS, TARGETS } from "./newsroom-words.ts";
import type { Edit } from "./picks.ts";
import { addSource, aliasesOf, linkTo, picturesOf, STORY_EDITS } from "./story-edits.ts";
import { TINY_PNGS } from "./tiny-pictures.ts";

function setSetting(key: string, values: readonly unknown[]): Edit {
  return (room, picks) => {
    room.site[key] = picks.from(values);
    return `${key}: ${JSON.stringify(room.site[key])}`;
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

function drawing(width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="1"/>`;
}

export const EDITS = {
  ...STORY_EDITS,
  "add or replace a picture": (room, picks) => {
    const name = picks.from(PICTURES);
    const text = name.endsWith(".png") ? (n: number) => TINY_PNGS[n - 1] as string : drawing;
    return writeCopy("media", [name], text)(room, picks);
  },
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
  "move to another host": setSetting("host", ["nginx", "netlify", "cloudflare"]),
  "compress otherwise": setSetting("twins", [["gz"], [], ["gz"]]),
  "change the priority hours": setSetting("priorityHours", [1, 24, 48]),
  "give summaries or full text": setSetting("feeds", ["summary", "full"]),
  "name a hub": setSetting("hub", ["https://hub.example/", "https://other.example/"]),
  "name a security contact": setSetting("security", [
    { contact: "desk@example.org", expires: "2026-11-26" },
    { contact: "desk@example.org", expires: "2027-02-01" },
  ]),
  "change from when on stories have share images": setSetting("shareImagesSince", [
    "2026-11-23",
    "2025-01-01",
    undefined,
  ]),
  "put a place on the map": setSetting("places", [
    { ELBONIA: { latitude: 10, longitude: 20 } },
    { ELBONIA: { latitude: -10, longitude: 20, name: "Elbonia" } },
    {},
  ]),
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
} satisfies Record<string, Edit>;
