import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { commonHeaders, searchPolicy } from "../../src/model/http-headers.ts";
import { SEARCH } from "../../src/model/page.ts";
import type { Site } from "../../src/model/site.ts";

const TYPES: Record<string, string> = {
  ".avif": "image/avif",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

export interface Served {
  /** `http://127.0.0.1:12345` */
  readonly url: string;
  /** Paths that were asked for, in order. */
  readonly requests: string[];
}

export interface Server extends Served {
  close(): void;
}

/** Stands before the server: may send it elsewhere, add headers to an answer, or give it. */
export type Gate = (request: IncomingMessage, response: ServerResponse) => "answered" | undefined;

/** Serves a paper's output folder on the loopback address, as a server on the web would. */
export async function startServer(
  folder: string,
  gate?: Gate,
  settings: Pick<Site, "push"> = {},
): Promise<Server> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const answered = gate?.(request, response);
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(pathname);
    if (answered !== undefined) return;
    const file = fileAt(folder, decodeURIComponent(pathname));
    // Browsers ask for it where a page names no icon.
    const isIcon = file === undefined && pathname === "/favicon.ico";
    const body = file ?? (isIcon ? undefined : fileAt(folder, "/404.html"));
    response.writeHead(file === undefined ? (isIcon ? 204 : 404) : 200, {
      "Content-Type": (body && TYPES[extname(body)]) ?? "application/octet-stream",
      ...commonHeaders({ url: "http://localhost", ...settings }),
      ...(pathname.startsWith(SEARCH.address) && {
        "Content-Security-Policy": searchPolicy(settings),
      }),
    });
    response.end(body && readFileSync(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

/** `/x/` is `x/index.html`. */
function fileAt(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(path), path.endsWith("/") ? "index.html" : "");
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}
