#!/usr/bin/env node
// The entry of the program. Node 26 runs the sources as they are.
import { main } from "./main.ts";

await main(process.argv.slice(2));
