import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { err, ok, type Result } from "@replayground/kernel";
import { createApp } from "./app.ts";
import { type AssetTable, loadAssets } from "./assets.ts";
import type { Config } from "./config.ts";

/** Why the server cannot serve. Each says what the person who started it can do. */
export type StartError =
  | { readonly kind: "app_not_built"; readonly webRoot: string }
  | { readonly kind: "tls_unusable"; readonly reason: string }
  | { readonly kind: "port_in_use"; readonly port: number }
  | { readonly kind: "port_forbidden"; readonly port: number }
  | { readonly kind: "cannot_listen"; readonly reason: string };

/** A server that is not yet listening. */
export interface ReadyServer {
  listen(): Promise<Result<Listening, StartError>>;
}

export interface Listening {
  readonly port: number;
  /** Stops taking connections, lets requests end, and cuts what is left after the grace time. */
  stop(): Promise<void>;
}

/** Slow senders are cut off in seconds; measured with Node's defaults, they hold their sockets for 90 s. In ms. */
const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
};

/** How long a request may go on after the order to stop, in ms. */
const GRACE = 5_000;

/** Prepares everything that can fail before a port is taken. */
export async function createServer(config: Config): Promise<Result<ReadyServer, StartError>> {
  const assets = await loadAssets(config.webRoot).catch((): AssetTable => new Map());
  if (!assets.has("/index.html")) return err({ kind: "app_not_built", webRoot: config.webRoot });
  let draining = false;
  const app = createApp({ assets, tls: config.tls !== null, isDraining: () => draining });
  const server = bindProtocol(config, app);
  if (!server.ok) return server;
  const drain = (): Promise<void> => {
    draining = true;
    return stop(server.value);
  };
  return ok({ listen: () => listen(server.value, config, drain) });
}

function bindProtocol({ tls }: Config, app: RequestListener): Result<Server, StartError> {
  if (tls === null) return ok(createHttpServer(TIMEOUTS, app));
  try {
    return ok(createHttpsServer({ ...TIMEOUTS, cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, app));
  } catch (error) {
    return err({ kind: "tls_unusable", reason: messageOf(error) });
  }
}

function listen(server: Server, config: Config, drain: () => Promise<void>): Promise<Result<Listening, StartError>> {
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(err(listenError(error, config.port))));
    server.listen(config.port, config.host, () => {
      // A TCP server's address is never a string.
      const { port } = server.address() as AddressInfo;
      resolve(ok({ port, stop: drain }));
    });
  });
}

function listenError(error: Error, port: number): StartError {
  const code = "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return { kind: "port_in_use", port };
  if (code === "EACCES") return { kind: "port_forbidden", port };
  return { kind: "cannot_listen", reason: error.message };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
