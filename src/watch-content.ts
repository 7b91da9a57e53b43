import { once } from "node:events";
import { Worker } from "node:worker_threads";

/**
 * Tells of each path in the content folder at which something may be another than before, with `/`;
 * of the empty one where that may be anything, which is the first.
 */
export async function watchContent(
  folder: string,
  tell: (path: string) => void,
): Promise<AsyncDisposable> {
  const thread = new Worker(new URL("./watch-thread.ts", import.meta.url), { workerData: folder });
  thread.on("message", tell);
  await once(thread, "message");
  return {
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
