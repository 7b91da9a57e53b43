import { dayOf, keyOf, periodText } from "./words.js";

/** Everything that is not a story page, from the front matter and the addresses of all stories. */
export function collectLists(items, site, authors) {
  const stories = items.map(listing).sort((a, b) => b.at - a.at || (a.address < b.address ? -1 : 1));
  const days = grouped(stories, ({ day }) => [day]);
  const topics = Object.fromEntries(stories.flatMap(({ topics }) => topics.map((topic) => [topic.key, topic])));
  const filed = [
    ...filedUnder("section", site.sections, stories, ({ section }) => [section]),
    ...filedUnder("author", authors, stories, ({ byline }) => byline),
    ...filedUnder("topic", topics, stories, ({ topics }) => topics.map(({ key }) => key)),
  ];
  return {
    newest: stories.slice(0, 50),
    years: [...grouped(stories, ({ day }) => [day.slice(0, 4)]).keys()],
    fronts: filed.map(({ periods, ...front }) => ({ ...front, periods: [...periods.keys()] })),
    periods: [...dayPages(days), ...filed.flatMap(periodPages)],
    monthPages: periodsOfDays(days, 7),
    yearPages: periodsOfDays(days, 4),
  };
}

function listing({ data, url }) {
  const { headline, dateline, summary, section, published, byline, topics = [] } = data;
  return {
    address: url,
    headline,
    dateline,
    summary,
    section,
    at: published,
    day: dayOf(published),
    byline: [byline].flat(),
    topics: topics.map((name) => ({ key: keyOf(name), name })),
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
      address: kind === "section" ? `/${key}/` : `/${kind}s/${key}/`,
      stories: own.slice(0, 50),
      periods: grouped(own, ({ day }) => [day.slice(0, periodLength)]),
    };
  });
}

function periodPages({ address: above, kind, name, periods }) {
  return [...periods].map(([period, stories]) => ({
    address: `${above}${period.replaceAll("-", "/")}/`,
    above,
    aboveKind: kind,
    aboveName: name,
    period,
    stories,
  }));
}

function dayPages(days) {
  return [...days].map(([day, stories]) => ({
    address: `/${day.replaceAll("-", "/")}/`,
    above: `/${day.slice(0, 7).replace("-", "/")}/`,
    aboveKind: "news",
    aboveName: periodText(day.slice(0, 7)),
    period: day,
    stories,
  }));
}

function periodsOfDays(days, length) {
  const periods = grouped([...days], ([day]) => [day.slice(0, length)]);
  return [...periods].map(([period, days]) => ({
    address: `/${period.replace("-", "/")}/`,
    period,
    days: days.map(([day, stories]) => ({ day, stories: stories.slice(0, 5), hasMore: stories.length > 5 })),
  }));
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
