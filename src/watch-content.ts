import { once } from "node:events";
import { MessageChannel, Worker } from "node:worker_threads";

/**
 * Tells of each path in the content folder at which something may be another than before, with `/`;
 * of the empty one where that may be anything, which is the first.
 */
export async function watchContent(
  folder: string,
  tell: (path: string) => void,
): Promise<AsyncDisposable> {
  // A channel of its own: under `node --watch` Node sends its own messages on the thread's.
  const { port1: events, port2: port } = new MessageChannel();
  const thread = new Worker(new URL("./watch-thread.ts", import.meta.url), {
    workerData: { folder, port },
    transferList: [port],
  });
  events.on("message", tell);
  await once(events, "message");
  return {
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}
