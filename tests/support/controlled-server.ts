import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../../src/model/address.ts";
import { serve } from "./serve.ts";
import type { Served } from "./static-server.ts";

export interface Controlled extends Served {
  /** `GET /latest.json 304`, in the order of the answers. */
  readonly answers: string[];
  /** With which it answers instead of with files below a path, until the test says otherwise. */
  fault: { readonly path: string; readonly status: number } | undefined;
}

/**
 * Serves a paper with entity tags, as hosts do, and knows what it answered.
 * @param base path at which the paper is.
 */
export async function serveControlled(folder: string, base = ""): Promise<Controlled> {
  const control: Pick<Controlled, "answers" | "fault"> = { answers: [], fault: undefined };
  const served = await serve(folder, (request, response) => {
    const path = (request.url ?? "/").slice(base.length);
    request.url = path;
    response.on("finish", () =>
      control.answers.push(`${request.method} ${path} ${response.statusCode}`),
    );
    if (control.fault !== undefined && path.startsWith(control.fault.path)) {
      response.writeHead(control.fault.status).end();
      return "answered";
    }
    const tag = tagOf(join(folder, outputFile(path)));
    if (tag === undefined) return undefined;
    response.setHeader("ETag", tag);
    response.setHeader("Cache-Control", "no-cache");
    if (request.headers["if-none-match"] !== tag) return undefined;
    response.writeHead(304).end();
    return "answered";
  });
  return Object.assign(control, served);
}

function tagOf(file: string): string | undefined {
  try {
    return `"${createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16)}"`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
