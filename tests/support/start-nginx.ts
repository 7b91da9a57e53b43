import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { type RequestOptions, request as requestSecurely } from "node:https";
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

const FIXTURES = join(import.meta.dirname, "../fixtures/push");
const CERTIFICATE = ["certificate.pem", "key.pem"];

/**
 * Starts nginx on the loopback address, as CONTRIBUTING.md says that it is to be configured, for a paper that was
 * deployed into `folder`. It has no more rights than anybody.
 * @param root the folder, or the one above where the paper's url has a path.
 */
export async function startNginx(
  folder: string,
  root: string,
): Promise<{ ask: Ask; askInClear: Ask }> {
  const prefix = mkdtempSync(join(tmpdir(), "nginx-"));
  chmodSync(prefix, 0o777);
  for (const name of CERTIFICATE) {
    copyFileSync(join(FIXTURES, name), join(prefix, name));
    chmodSync(join(prefix, name), 0o644);
  }
  const ports = { clear: await freePort(), secure: await freePort() };
  writeFileSync(join(prefix, "nginx.conf"), configuration(prefix, folder, root, ports));
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
  return {
    ask: (path, headers = {}) =>
      ask(requestSecurely, { port: ports.secure, path, headers, rejectUnauthorized: false }),
    askInClear: (path, headers = {}) => ask(request, { port: ports.clear, path, headers }),
  };
}

interface Ports {
  readonly clear: number;
  readonly secure: number;
}

function configuration(prefix: string, folder: string, root: string, ports: Ports): string {
  const text = readFileSync(join(PROJECT_FOLDER, "CONTRIBUTING.md"), "utf8");
  const [, documented = ""] = /```nginx\n(.*?)```/s.exec(text) ?? [];
  const server = documented
    .replace("listen 80;", `listen 127.0.0.1:${ports.clear};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${ports.secure} ssl;`)
    .replace("/etc/ssl/example.org.pem", `${prefix}/certificate.pem`)
    .replace("/etc/ssl/example.org.key", `${prefix}/key.pem`)
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

function ask(send: typeof request, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = send({ host: "127.0.0.1", ...options }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: Buffer.concat(chunks) });
    });
    asking.on("error", reject);
    asking.end();
  });
}
