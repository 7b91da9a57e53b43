import { onTestFinished } from "vitest";
import { type Served, startServer } from "./static-server.ts";

export type { Served };

/** Serves a paper's output folder until the test is finished. */
export async function serve(folder: string): Promise<Served> {
  const server = await startServer(folder);
  onTestFinished(() => server.close());
  return server;
}
