// What makes pages live: loaded by site.ts when the browser has nothing else to do, and only where it is needed.
export { goOn } from "./live/alerts.ts";
export { openAlerts } from "./live/alerts-dialog.ts";
export { followStories } from "./live/follow-stories.ts";
export { followBlog } from "./live/live-blog.ts";
export { tellOfUpdate } from "./live/story-update.ts";
