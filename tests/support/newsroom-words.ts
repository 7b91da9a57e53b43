// What random edits write: few words, so that stories meet on the same pages.
const SLUGS = ["fire", "flood", "frost", "gale", "hail", "rain", "storm", "ärger", "ﬂare", "𐐨wl"];
export const PATHS = ["2026/11", "2025/12", "2026/10", "2026/01"].flatMap((folder) =>
  SLUGS.map((slug) => `stories/${folder}/${slug}.md`),
);
export const PAST = [
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
export const FUTURE = ["2026-11-24T12:30Z", "2026-11-25", "2026-11-26T01:00Z", "2026-12-01T09:00Z"];
export const POSTS = [
  "2026-11-24 06:00",
  "2026-11-24 06:00:30",
  "2026-11-23 23:59",
  "2026-11-20 12:00",
  "2026-11-01 01:30",
  "2026-11-24 07:00:01",
  "2026-11-24 07:30",
  "2026-11-25 07:00",
  "2026-11-30 12:00",
];
export const EMBARGOES = ["2026-11-24T12:30Z", "2026-11-25T05:00Z", "2026-11-24T10:00Z"];
export const CLOCKS = [
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
export const HEADLINES = ["Storm nears", "Storm hits", "All calm", "Winds <rise> & fall"];
export const TOPICS = ["Russia", "russia", "RUSSIA", "Cup final", "cup  final", "Élan"];
export const AUTHORS = ["ann", "rome-bureau", "desk"];
export const PAGES = ["about", "opinion", "press"];
export const PICTURES = ["map.svg", "2026/map.svg", "chart.png"];
export const STATICS = [
  "robots.txt",
  "old/index.html",
  "press/kit.txt",
  "media/map.svg",
  "late.html",
];
export const OLD_ADDRESSES = [
  "/old/",
  "/old/1/",
  "/late.html",
  "/Late.html",
  "/opinion/",
  "/2026/11/storm/",
];
const LIST_ADDRESSES = [
  "/topics/russia/",
  "/world/",
  "/latest/",
  "/authors/ann/",
  "/world/feed.json",
  "/topics/russia/feed.xml",
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
export const TARGETS = [
  ...PATHS.map(storyAddress),
  ...PATHS.slice(0, 4).map((path) => `${storyAddress(path)}2026-11-24/`),
  ...PATHS.slice(0, 2).map((path) => `${storyAddress(path)}live.json`),
  ...OLD_ADDRESSES,
  ...LIST_ADDRESSES,
  ...PAGES.map((key) => `/${key}/`),
  ...STATICS.map((path) => `/${path}`),
];

export function storyAddress(path: string): string {
  return `/${path.slice("stories/".length, -".md".length)}/`;
}
