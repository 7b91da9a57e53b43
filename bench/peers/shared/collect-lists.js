import places from "./places.json" with { type: "json" };
import { addressOf, calendarName, calendarParents, keyOf, momentOf, periodText, titleOf, typographic } from "./words.js";

/** Everything that is not a story page, and what stories and lists say of a story, from the front matter of all. */
export function collectLists(items, site, authors) {
  const stories = items.map(listing).sort((a, b) => b.at - a.at || (a.address < b.address ? -1 : 1));
  const days = grouped(stories, ({ day }) => [day]);
  const topics = Object.fromEntries(stories.flatMap(({ topics }) => topics.map((topic) => [topic.key, topic])));
  const sections = filedUnder("section", site.sections, stories, ({ section }) => [section]);
  const filed = [
    ...sections,
    ...filedUnder("author", authors, stories, ({ byline }) => byline),
    ...filedUnder("topic", topics, stories, ({ topics }) => topics.map(({ key }) => key)),
  ];
  noteEarlier(stories);
  return {
    listings: new Map(stories.map((story) => [story.address, story])),
    newest: stories.slice(0, 50),
    rail: [...grouped(stories.slice(0, 10), ({ day }) => [day])],
    strips: strips(sections, stories.slice(0, TOP)),
    years: [...grouped(stories, ({ day }) => [day.slice(0, 4)]).keys()],
    fronts: filed.map(({ periods, ...front }) => ({ ...front, periods: [...periods.keys()] })),
    periods: [...dayPages(days), ...filed.flatMap(periodPages)],
    monthPages: monthPages(days),
    yearPages: yearPages(days),
  };
}

/** How many stories are on top of the front page. */
const TOP = 9;

function listing({ data, url }) {
  const { headline, dateline, summary, section, published, updated, byline, topics = [] } = data;
  const moment = momentOf(published);
  return {
    address: url,
    headline: typographic(headline),
    dateline,
    place: places[dateline],
    summary: typographic(summary),
    section,
    at: published.getTime(),
    day: moment.day,
    published: moment,
    updated: updated && momentOf(updated),
    byline: [byline].flat(),
    topics: topics.map((name) => ({ key: keyOf(name), name })),
    earlier: [],
  };
}

function filedUnder(kind, named, stories, keysOf) {
  const filed = grouped(stories, keysOf);
  const periodLength = kind === "section" ? 7 : 4;
  return Object.entries(named).map(([key, { name }]) => {
    const own = filed.get(key) ?? [];
    return {
      kind,
      key,
      name,
      title: titleOf(kind, name),
      address: kind === "section" ? `/${key}/` : `/${kind}s/${key}/`,
      stories: own.slice(0, 50),
      periods: grouped(own, ({ day }) => [day.slice(0, periodLength)]),
    };
  });
}

/** The five stories just before each under its first topic, going from the oldest story to the newest. */
function noteEarlier(stories) {
  const newest = new Map();
  for (const story of stories.toReversed()) {
    const [first] = story.topics;
    if (first !== undefined) story.earlier = newest.get(first.key) ?? [];
    for (const { key } of story.topics) newest.set(key, [story, ...(newest.get(key) ?? []).slice(0, 4)]);
  }
}

/** The newest of each section below the stories on top of the front page. */
function strips(sections, top) {
  return sections.map(({ key, name, address, stories }) => ({
    key,
    name,
    address,
    stories: stories.filter((story) => !top.includes(story)).slice(0, 4),
  }));
}

function periodPages({ address: above, kind, name, title, periods }) {
  return [...periods].map(([period, stories]) => ({
    address: above + addressOf(period).slice(1),
    title: `${title}, ${periodText(period)}`,
    parents: [{ name, address: above }],
    current: periodText(period),
    heading: periodText(period),
    unseen: `${name}, `,
    stories,
    view: { isSectionKnown: kind === "section" },
  }));
}

function dayPages(days) {
  return [...days].map(([day, stories]) => ({ ...calendarPage(day), stories, view: { isDayKnown: true } }));
}

function calendarPage(period) {
  return {
    address: addressOf(period),
    title: periodText(period),
    parents: calendarParents(period),
    current: calendarName(period),
    heading: periodText(period),
  };
}

function monthPages(days) {
  return periodsOfDays([...days], 7).map(([month, days]) => ({
    ...calendarPage(month),
    days: days.map(([day, stories]) => ({
      address: addressOf(day),
      name: periodText(day),
      stories: stories.slice(0, 5),
      hasMore: stories.length > 5,
    })),
  }));
}

function yearPages(days) {
  return periodsOfDays([...days], 4).map(([year, days]) => ({
    ...calendarPage(year),
    months: periodsOfDays(days.toReversed(), 7).map(([month, days]) => calendarMonth(month, days)),
  }));
}

/** All days of a month, and whether there are stories; in weeks that begin on Sunday. */
function calendarMonth(month, days) {
  const filed = new Set(days.map(([day]) => day));
  const [year, number] = month.split("-");
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const all = Array.from({ length }, (_, index) => `${month}-${`${index + 1}`.padStart(2, "0")}`);
  return {
    month,
    startsOn: `weekday-${new Date(`${month}-01`).getUTCDay() + 1}`,
    days: all.map((day) => ({ day, isFiled: filed.has(day) })),
  };
}

function periodsOfDays(days, length) {
  return [...grouped(days, ([day]) => [day.slice(0, length)])];
}

function grouped(values, keysOf) {
  const groups = new Map();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}
