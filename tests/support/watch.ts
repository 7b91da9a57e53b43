import { watchContent } from "../../src/watch-content.ts";

// Prints what is told of a folder, a line each, until it is killed.
await watchContent(process.argv[2] as string, (path) => console.log(JSON.stringify(path)));
