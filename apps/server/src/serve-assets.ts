import type { Request, RequestHandler, Response } from "express";
import type { Asset, AssetTable, Encoding, Variant } from "./assets.ts";

const ONE_YEAR = "public, max-age=31536000, immutable";
/** Kept by the browser, but asked about every time: a new build shows at once. */
const REVALIDATE = "no-cache";

/** Answers for the files of the built app; hands on what is not one of them. */
export function serveAssets(assets: AssetTable): RequestHandler {
  return (request, response, next) => {
    const asset = assets.get(pathOf(request)) ?? pageFor(request, assets);
    if (asset === undefined) return next();
    if (request.method === "GET" || request.method === "HEAD") return sendAsset(asset, request, response);
    response.set("Allow", "GET, HEAD").status(405).type("txt").send("Method not allowed\n");
  };
}

function pathOf({ path }: Request): string {
  try {
    return path === "/" ? "/index.html" : decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A screen of the app has a path of its own but no file: whoever navigates there gets the app, a missing file is 404. */
function pageFor(request: Request, assets: AssetTable): Asset | undefined {
  const isNavigation = request.get("Accept")?.includes("text/html") === true;
  const isFile = request.path.startsWith("/assets/") || /\.[^/]*$/.test(request.path);
  return isNavigation && !isFile ? assets.get("/index.html") : undefined;
}

function sendAsset(asset: Asset, request: Request, response: Response): void {
  // A range is counted in bytes of the file itself: two encodings of one range would not fit together.
  const encoding = request.headers.range === undefined ? chooseEncoding(asset, request) : "identity";
  const variant = encoding === "identity" ? asset.identity : (asset.compressed[encoding] ?? asset.identity);
  response.type(asset.extension);
  response.set({
    "Cache-Control": asset.immutable ? ONE_YEAR : REVALIDATE,
    "Accept-Ranges": "bytes",
    ETag: variant.etag,
    ...(Object.keys(asset.compressed).length > 0 ? { Vary: "Accept-Encoding" } : {}),
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
  });
  if (request.fresh) response.status(304).end();
  else sendBody(variant, request, response);
}

function chooseEncoding({ compressed }: Asset, request: Request): Encoding {
  const accepted = request.acceptsEncodings();
  if (compressed.br !== undefined && accepted.includes("br")) return "br";
  return compressed.gzip !== undefined && accepted.includes("gzip") ? "gzip" : "identity";
}

function sendBody({ body, etag }: Variant, request: Request, response: Response): void {
  const unchanged = (request.get("If-Range") ?? etag) === etag;
  const ranges = unchanged ? request.range(body.length) : undefined;
  if (ranges === -1) {
    response.status(416).set("Content-Range", `bytes */${body.length}`).end();
    return;
  }
  // Several ranges at once, an unknown unit, a malformed range: the whole file is a correct answer to each.
  const range = Array.isArray(ranges) && ranges.type === "bytes" && ranges.length === 1 ? ranges[0] : undefined;
  if (range === undefined) {
    response.set("Content-Length", String(body.length)).end(body);
    return;
  }
  const part = body.subarray(range.start, range.end + 1);
  response
    .status(206)
    .set({ "Content-Range": `bytes ${range.start}-${range.end}/${body.length}`, "Content-Length": String(part.length) })
    .end(part);
}
