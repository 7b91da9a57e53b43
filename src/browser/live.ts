// What makes pages live: loaded by site.ts when the browser has nothing else to do, and only where it is needed.
import { LatestStories } from "./live/latest-stories.ts";

customElements.define("latest-stories", LatestStories);
