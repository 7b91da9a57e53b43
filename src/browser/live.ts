// What makes pages live: loaded by site.ts when the browser has nothing else to do, and only where it is needed.
import { LatestStories } from "./live/latest-stories.ts";

export { goOn, turnOff } from "./live/alerts.ts";
export { openAlerts } from "./live/alerts-dialog.ts";
export { tellOfUpdate } from "./live/story-update.ts";

customElements.define("latest-stories", LatestStories);
