import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { PROJECT_FOLDER } from "./paper-from.ts";

export const hasNginx = spawnSync("nginx", ["-v"]).status === 0;

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
export const hasBrotli = existsSync(BROTLI);

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Ask = (path: string, headers?: Record<string, string>) => Promise<Answer>;

/**
 * Starts nginx on the loopback address, as CONTRIBUTING.md says that it is to be configured, for a paper that was
 * deployed into `folder`. It has no more rights than anybody.
 * @param root the folder, or the one above where the paper's url has a path.
 */
export async function startNginx(folder: string, root: string): Promise<Ask> {
  const prefix = mkdtempSync(join(tmpdir(), "nginx-"));
  chmodSync(prefix, 0o777);
  const port = await freePort();
  writeFileSync(join(prefix, "nginx.conf"), configuration(prefix, folder, root, port));
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const nginx = spawn("nginx", ["-p", prefix, "-c", join(prefix, "nginx.conf")], {
    ...nobody,
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(async () => {
    await stop(nginx);
    rmSync(prefix, { recursive: true, force: true });
  });
  await whenStarted(nginx);
  return (path, headers = {}) => ask(port, path, headers);
}

function configuration(prefix: string, folder: string, root: string, port: number): string {
  const text = readFileSync(join(PROJECT_FOLDER, "CONTRIBUTING.md"), "utf8");
  const [, documented = ""] = /```nginx\n(.*?)```/s.exec(text) ?? [];
  const server = documented
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("root /srv/paper;", `root ${root};`)
    .replaceAll("/srv/paper", folder);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `${hasBrotli ? `load_module ${BROTLI};` : ""}
daemon off;
worker_processes 1;
pid ${prefix}/nginx.pid;
error_log stderr notice;
events {}
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${prefix}/${name};`).join("\n  ")}
  ${server}
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** When it says so, it listens. */
async function whenStarted(nginx: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    nginx.stderr?.on("data", (text) => {
      said += text;
      if (said.includes("start worker process ")) resolve();
    });
    nginx.once("exit", () => reject(new Error(said)));
  });
}

async function stop(nginx: ChildProcess): Promise<void> {
  if (nginx.exitCode !== null) return;
  const ended = new Promise((resolve) => nginx.once("exit", resolve));
  nginx.kill("SIGTERM");
  await ended;
}

function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", port, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(chunks) });
    });
    asking.on("error", reject);
    asking.end();
  });
}
