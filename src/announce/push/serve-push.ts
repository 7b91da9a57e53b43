import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type PushSettings, pushApp } from "./push-app.ts";

export interface PushServer extends AsyncDisposable {
  /** `http://127.0.0.1:8090/push` */
  readonly url: string;
}

export interface Listening {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** How long a request may take to come. */
  readonly patienceMs: number;
}

/** Starts the service. It speaks HTTP: what readers reach by https stands before it. */
export async function servePush(
  settings: PushSettings,
  { host, port, patienceMs }: Listening,
): Promise<PushServer> {
  const server = createAdaptorServer({
    fetch: pushApp(settings).fetch,
    createServer,
    serverOptions: {
      requestTimeout: patienceMs,
      headersTimeout: patienceMs,
      connectionsCheckingInterval: patienceMs / 4,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8_192,
    },
  }) as Server;
  server.maxConnections = 2_000;
  server.listen(port, host);
  await once(server, "listening");
  const { port: taken } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${taken}${settings.base}`,
    [Symbol.asyncDispose]: () => close(server),
  };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
