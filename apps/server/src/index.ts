export { parseConfig, type Config, type ConfigError, type ConfigSource } from "./config.ts";
export { createServer, type Listening, type ReadyServer, type StartError } from "./server.ts";
