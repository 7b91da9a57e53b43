import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { Agent, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { buffer } from "node:stream/consumers";

const FIXTURES = join(import.meta.dirname, "../fixtures/push");
const read = (name: string) => readFileSync(join(FIXTURES, name));

/** By which it is known to be a host of `*.example.net`. */
export const CERTIFICATE = { key: read("key.pem"), cert: read("certificate.pem") };

/** What a push service was sent. */
export interface Sent {
  /** Of the endpoint: `/0001`. */
  readonly path: string;
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How it answers: with a status, or not at all. */
export type Reply =
  | number
  | { readonly status: number; readonly headers: Readonly<Record<string, string>> }
  | "hang-up";

/** A push service for `*.example.net`, on the loopback address. */
export async function startPushServer() {
  const sent: Sent[] = [];
  let reply: (sent: Sent) => Reply | Promise<Reply> = () => 201;
  const server = createServer(CERTIFICATE, async (request, response) => {
    const { url: path = "", headers } = request;
    const one: Sent = { path, headers, host: String(headers.host), body: await buffer(request) };
    sent.push(one);
    const answer = await reply(one);
    if (answer === "hang-up") return void request.socket.destroy();
    const { status, headers: fields } =
      typeof answer === "number" ? { status: answer, headers: {} } : answer;
    response.writeHead(status, fields).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    /** In order of arrival. */
    sent,
    replyWith: (next: typeof reply) => {
      reply = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type PushServer = Awaited<ReturnType<typeof startPushServer>>;

/** Connects to a push server of ours, whatever the host's name. */
export class LoopbackAgent extends Agent {
  readonly #port: number;

  constructor(port: number) {
    super({ keepAlive: true, ca: CERTIFICATE.cert });
    this.#port = port;
  }

  override createConnection(
    options: object,
    callback: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    return super.createConnection({ ...options, host: "127.0.0.1", port: this.#port }, callback);
  }
}
