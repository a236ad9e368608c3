import { networkInterfaces } from "node:os";
import { assertNever } from "@replayground/kernel";
import type { Config, ConfigError } from "./config.ts";
import type { StartError } from "./server.ts";

/** What the terminal shows once the server listens. */
export function welcome({ host, tls }: Config, port: number): string {
  const protocol = tls === null ? "http" : "https";
  const open = host === "0.0.0.0" || host === "::";
  const local = open || host === "127.0.0.1" || host === "::1" ? "localhost" : host;
  const addresses = [local, ...(open ? lanAddresses() : [])].map((name) => `  ${protocol}://${name}:${port}`);
  const guests =
    open && tls === null
      ? [
          "",
          "Other devices get no saved games on plain http: browsers keep storage and hashing for https.",
          "See --tls.",
        ]
      : [];
  return ["", "Replayground is ready:", "", ...addresses, ...guests, "", "Stop it with Ctrl+C."].join("\n");
}

function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/** What is wrong, and what to do about it. */
export function explainConfigError({ setting, reason }: ConfigError): string {
  return `Cannot use ${setting}: ${reason}.\nSee npm start -- --help`;
}

export function explainStartError(error: StartError): string {
  switch (error.kind) {
    case "app_not_built":
      return `There is no built app in ${error.webRoot}.\nBuild it with pnpm build, or run npm start, which does both.`;
    case "tls_unusable":
      return `The certificate or its key cannot be used: ${error.reason}\nGive --tls two PEM files that belong together.`;
    case "port_in_use":
      return `Port ${error.port} is taken, perhaps by Replayground itself in another terminal.\nUse it there, or take another: npm start -- --port ${error.port + 1}`;
    case "port_forbidden":
      return `This account may not open port ${error.port}.\nTake one above 1023: npm start -- --port 8484`;
    case "cannot_listen":
      return `The server cannot listen: ${error.reason}\nCheck --host and --port.`;
    default:
      return assertNever(error);
  }
}
