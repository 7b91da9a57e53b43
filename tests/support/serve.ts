import { onTestFinished } from "vitest";
import { type Gate, type Served, startServer } from "./static-server.ts";

export type { Served };

/** Serves a paper's output folder until the test is finished. */
export async function serve(folder: string, gate?: Gate): Promise<Served> {
  const server = await startServer(folder, gate);
  onTestFinished(() => server.close());
  return server;
}
