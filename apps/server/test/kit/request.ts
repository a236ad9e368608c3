import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Ask {
  readonly port: number;
  /** Sent as it is: no client tidies it up. */
  readonly path: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly tls?: boolean;
}

/** One request on a connection of its own, as raw as HTTP allows. */
export function ask({ port, path, method = "GET", headers = {}, tls = false }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // The certificate of the test is signed by nobody.
    const options = {
      host: "127.0.0.1",
      port,
      path,
      method,
      headers,
      agent: false,
      rejectUnauthorized: false,
    } as const;
    const request = (tls ? httpsRequest : httpRequest)(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    request.once("error", reject);
    request.end();
  });
}
