// An announce in a process of its own, for its push server to kill.
import { type AnnounceOrder, runAnnounce } from "./announcing.ts";

await runAnnounce(JSON.parse(String(process.argv[2])) as AnnounceOrder);
