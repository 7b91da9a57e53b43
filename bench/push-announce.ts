// Announces a paper's news to the push server of the load run, in a process of its own.
import { announceNews } from "../src/announce-news.ts";
import { LoopbackAgent } from "../tests/support/push-server.ts";

const [cacheFolder = "", storeFolder = "", port] = process.argv.slice(2);
const agent = new LoopbackAgent(Number(port));
const reach = { agent, indexNow: "" };
const { report } = await announceNews({ cacheFolder, storeFolder }, reach, Date.now, () => {});
process.stdout.write(JSON.stringify(report.announced[0]));
