import type { Page } from "./page.ts";
import type { Host, Site } from "./site.ts";

/** Headers, as Netlify and Cloudflare read them. */
export const HOST_HEADERS: Page = serverFile("headers", "/_headers");
/** What became of addresses, as they read it: all in one file. */
export const HOST_REDIRECTS: Page = serverFile("redirects", "/_redirects");
/** To be included where nginx is told of the paper's host. */
export const NGINX_SERVER: Page = serverFile("nginx", "/.nginx/server.conf");

/** What became of the addresses of the stories in a folder, as nginx reads it: bounded, however old the paper is. */
export function nginxMap(folder: Folder): Page {
  return serverFile(folder, `/.nginx/${folder}.map`);
}

/** Of stories: the year and month in their path, `2001-07`. */
export type Folder = string;

export function folderOf(path: string): Folder {
  return path.slice("stories/".length, "stories/2001/07".length).replace("/", "-");
}

/** Where the paths of a folder's stories begin. */
export function pathsIn(folder: Folder): string {
  return `stories/${folder.replace("-", "/")}/`;
}

const FILES: Readonly<Record<Host, readonly Page[]>> = {
  nginx: [NGINX_SERVER],
  netlify: [HOST_HEADERS, HOST_REDIRECTS],
  cloudflare: [HOST_HEADERS, HOST_REDIRECTS],
};

/** The file that would stand at an address, if the paper's host reads it; a map may be empty. */
export function serverFileAt({ host }: Site, address: string): Page | undefined {
  if (host === undefined) return undefined;
  const [, folder] = /^\/\.nginx\/(\d{4}-\d\d)\.map$/.exec(address) ?? [];
  if (folder !== undefined) return host === "nginx" ? nginxMap(folder) : undefined;
  return FILES[host].find((file) => file.address === address);
}

/** Those that stand whatever the stories are. */
export function standingServerFiles({ host }: Site): readonly Page[] {
  return host === undefined ? [] : FILES[host];
}

/** The files that may say what became of a story's addresses, whatever the host. */
export function filesOfMoves(path: string): Page[] {
  return [HOST_REDIRECTS, nginxMap(folderOf(path))];
}

function serverFile(subject: string, address: string): Page {
  return { kind: "server-file", subject, address };
}
