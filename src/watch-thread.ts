import { existsSync, watch } from "node:fs";
import { basename, dirname, sep } from "node:path";
import { type MessagePort, workerData } from "node:worker_threads";

// Runs in a thread of its own, started by watch-content.ts: to look at every folder takes a while, and events
// must be read while a build is at work. Node's own watcher: one watch a folder, none a file.

const { folder, port }: { folder: string; port: MessagePort } = workerData;

function tell(path: string): void {
  port.postMessage(path.split(sep).join("/"));
}

function watchFiles() {
  if (!existsSync(folder)) return undefined;
  return watch(folder, { recursive: true }, (_event, name) => tell(name ?? ""));
}

let files = watchFiles();

// The folder itself may be moved away, and another put in its place.
watch(dirname(folder), (_event, name) => {
  if (name !== basename(folder)) return;
  files?.close();
  files = watchFiles();
  tell("");
});

tell("");
