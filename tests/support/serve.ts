import { onTestFinished } from "vitest";
import { type Served, startServer } from "./static-server.ts";

export type { Served };

/** Serves a paper's output folder until the test is finished. */
export async function serve(...served: Parameters<typeof startServer>): Promise<Served> {
  const server = await startServer(...served);
  onTestFinished(() => server.close());
  return server;
}
