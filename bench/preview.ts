import { type ChildProcess, spawn } from "node:child_process";
import { on, once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT } from "./dateline-build.ts";

/** Between two looks whether the server answers. */
const LOOK_MS = 5;

/** What `npm start` runs, on a port of its own. */
export class Preview implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #address: Promise<string>;

  constructor(flags: readonly string[]) {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    const [, ...args] = scripts.start.split(" ") as string[];
    // A group of its own, to be ended as a whole.
    this.#process = spawn(process.execPath, [...args, ...flags, "--port", "0"], {
      cwd: PROJECT,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#address = addressOf(this.#process);
  }

  /** Waits until there is a page. */
  async serves(path: string): Promise<void> {
    const address = await this.#address;
    while (!(await fetch(address + path).catch(() => undefined))?.ok) await sleep(LOOK_MS);
  }

  /** Opens the socket on which pages wait for the word to reload. */
  async open(path: string): Promise<OpenPage> {
    const address = await this.#address;
    const socket = new WebSocket(address.replace("http", "ws"));
    const page = new OpenPage(address + path, socket);
    await once(socket, "open");
    return page;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null) return;
    process.kill(-(this.#process.pid as number), "SIGTERM");
    await once(this.#process, "exit");
  }
}

/** A page in a browser, as far as the server can tell. */
class OpenPage {
  readonly #url: string;
  readonly #socket: WebSocket;
  readonly #messages: AsyncIterable<MessageEvent[]>;

  constructor(url: string, socket: WebSocket) {
    this.#url = url;
    this.#socket = socket;
    this.#messages = on(socket, "message") as AsyncIterable<MessageEvent[]>;
  }

  /** Loads the page whenever told to, until it is what it should be. */
  async reloadsUntil(isRight: (page: Response) => boolean | Promise<boolean>): Promise<void> {
    for await (const [message] of this.#messages) {
      if (!String(message?.data).includes("eleventy.reload")) continue;
      if (await isRight(await fetch(this.#url))) break;
    }
    this.#socket.close();
  }
}

/** What the command says: `The paper is at http://127.0.0.1:8080/`. */
function addressOf(command: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((resolve, reject) => {
    command.stderr?.on("data", (chunk) => {
      printed += chunk;
      const [, address] = /The paper is at (\S+)\/\n/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    command.once("exit", () => reject(new Error(`The preview has ended.\n${printed}`)));
  });
}
