import express, { type Express } from "express";
import type { AssetTable } from "./assets.ts";
import { failed, notFound } from "./failures.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveAssets } from "./serve-assets.ts";

export interface AppOptions {
  readonly assets: AssetTable;
  readonly tls: boolean;
  /** Whether the server is about to stop: then it asks load balancers to look elsewhere. */
  readonly isDraining: () => boolean;
}

/** All routes, in the order a request meets them. */
export function createApp({ assets, tls, isDraining }: AppOptions): Express {
  const app = express();
  // Tags are computed once per file, at start.
  app.disable("etag");
  app.set("query parser", "simple");
  app.use(securityHeaders({ tls }));
  app.get("/api/health", (_request, response) => {
    const draining = isDraining();
    response
      .status(draining ? 503 : 200)
      .set("Cache-Control", "no-store")
      .json({ status: draining ? "draining" : "ok" });
  });
  app.use("/api", notFound);
  app.use(serveAssets(assets));
  app.use(notFound);
  app.use(failed);
  return app;
}
