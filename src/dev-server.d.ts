// Eleventy's dev server ships no types: what Dateline uses of it.
declare module "@11ty/eleventy-dev-server" {
  import type { IncomingMessage, Server, ServerResponse } from "node:http";

  interface DevServerOptions {
    readonly pathPrefix: string;
    readonly domDiff: boolean;
    readonly messageOnStart: (facts: { readonly localhostUrl: string }) => string;
    readonly logger: Readonly<Record<"info" | "log" | "error", (text: string) => void>>;
  }

  export default class EleventyDevServer {
    constructor(name: string, folder: string, options: DevServerOptions);
    readonly server: Server;
    _serverListen(port: number): void;
    onRequestHandler(request: IncomingMessage, response: ServerResponse): Promise<void>;
    serve(port: number): void;
    ready(): Promise<void>;
    reload(): void;
    close(): Promise<void>;
  }
}
