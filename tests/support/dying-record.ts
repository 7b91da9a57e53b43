// Records more than SQLite's page cache holds, in a process of its own that is killed before all of it is recorded.
import { openArchive } from "../../src/archive/open-archive.ts";
import { recordMuch } from "./record-much.ts";

await recordMuch(openArchive(String(process.argv[2])), () => process.kill(process.pid, "SIGKILL"));
