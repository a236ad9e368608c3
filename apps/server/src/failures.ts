import { STATUS_CODES } from "node:http";
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";

/** The last answer: nothing has that path. */
export const notFound: RequestHandler = (request, response) => {
  sendFailure(request, response, { status: 404, next: "Check the address, or go to the start page." });
};

/** Whatever went wrong, the visitor sees a plain page and never the inside of the server. */
export const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const status = statusOf(error);
  if (status >= 500) console.error(error);
  const advice = status >= 500 ? "Your games are kept in your browser. Try again in a moment." : "Check the address.";
  sendFailure(request, response, { status, next: advice });
};

interface Failure {
  readonly status: number;
  /** What the visitor can do. */
  readonly next: string;
}

function sendFailure(request: Request, response: Response, { status, next }: Failure): void {
  const title = STATUS_CODES[status] ?? "Error";
  response.status(status).set("Cache-Control", "no-store");
  if (request.originalUrl.startsWith("/api")) {
    response.json({ error: { status, message: title, next } });
  } else if (request.get("Accept")?.includes("text/html") === true) {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>`;
    response.type("html").send(`${page}<h1>${title}</h1><p>${next}</p><p><a href="/">Replayground</a></p></html>\n`);
  } else {
    response.type("txt").send(`${title}. ${next}\n`);
  }
}

/** Errors made by the framework for bad requests carry their status. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? error.status : 500;
  return typeof status === "number" && status >= 400 && status < 600 ? status : 500;
}
