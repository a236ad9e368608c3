import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { err, ok, type Result } from "@replayground/kernel";

/** Everything the server is told from outside, checked once. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** Certificate chain and key in PEM files, or null for plain http. */
  readonly tls: TlsFiles | null;
  /** The folder that holds the built app. */
  readonly webRoot: string;
}

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Which setting cannot be used, and what it may be. */
export interface ConfigError {
  readonly kind: "bad_config";
  readonly setting: string;
  readonly reason: string;
}

/** What the command line and the environment are read from. */
export interface ConfigSource {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths are meant from here. */
  readonly cwd: string;
  readonly defaultWebRoot: string;
}

export const USAGE = `npm start -- [options]

  --port N         the port to listen on (PORT, default 8484; 0 takes any free one)
  --host NAME      the interface to listen on (HOST, default 127.0.0.1: this machine only; 0.0.0.0: everyone)
  --tls CERT KEY   serve https with these PEM files (TLS_CERT and TLS_KEY)
  --help           show this`;

/** Reads the settings; the command line wins over the environment. */
export function parseConfig(source: ConfigSource): Result<Config, ConfigError> {
  const flags = parseFlags(source);
  if (!flags.ok) return flags;
  const { port: portText, host, cert, key } = flags.value;
  const port = parsePort(portText);
  if (port === null) return bad("port", `${portText} is not a whole number from 0 to 65535`);
  if (host === "") return bad("host", "it is empty");
  if ((cert === undefined) !== (key === undefined))
    return bad("tls", "it takes two files: the certificate and its key");
  const at = (path: string): string => resolve(source.cwd, path);
  return ok({
    host,
    port,
    tls: cert === undefined || key === undefined ? null : { cert: at(cert), key: at(key) },
    webRoot: at(source.env["WEB_ROOT"] ?? source.defaultWebRoot),
  });
}

interface Flags {
  readonly port: string;
  readonly host: string;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

function parseFlags({ args, env }: ConfigSource): Result<Flags, ConfigError> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { port: { type: "string" }, host: { type: "string" }, tls: { type: "string" } },
      allowPositionals: true,
    });
    // `--tls cert key`: the second file arrives as the only positional.
    const [key, ...rest] = positionals;
    const stray = values.tls === undefined ? key : rest[0];
    if (stray !== undefined) return bad(stray, "there is no such option");
    return ok({
      port: values.port ?? env["PORT"] ?? "8484",
      host: values.host ?? env["HOST"] ?? "127.0.0.1",
      cert: values.tls ?? env["TLS_CERT"],
      key: values.tls === undefined ? env["TLS_KEY"] : key,
    });
  } catch (error) {
    return bad("the command line", error instanceof Error ? error.message : String(error));
  }
}

function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}

function bad(setting: string, reason: string): Result<never, ConfigError> {
  return err({ kind: "bad_config", setting, reason });
}
