// A second verifier of the chain, written from docs/file-format.md alone. Reads a log as JSON lines from standard
// input; prints `ok <events> <head>` or what is wrong. It knows no rules: what the events mean is not checked here.
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

/** Canonical JSON (section 2): members sorted by name, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

function fail(message) {
  console.log(message);
  process.exit(1);
}

const [header, ...events] = readFileSync(0, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const claim = events.pop();
const secret = header.chance.secret ?? events.at(-1)?.data.secret ?? null;
if (header.chance.kind === "committed" && secret !== null) {
  const commitment = sha256(`replayground/commit/1\n${header.match}|${secret}`).toString("hex");
  if (commitment !== header.chance.commitment) fail("the secret is not the committed one");
}

let head = sha256("replayground/log/1\n", canonical(header));
events.forEach((event, index) => {
  if (event.seq !== index + 1) fail(`event ${index + 1} is missing`);
  if (event.at < (events[index - 1]?.at ?? 0)) fail(`event ${event.seq} goes back in time`);
  const sealed = event.sealed?.map(({ digest, opened, to }, part) => {
    const place = `${header.match}|${event.seq}|${part}`;
    const { salt, value } = opened ?? {};
    const made = salt && sha256(`replayground/seal/1\n${place}|${salt}|`, canonical(value)).toString("hex");
    const derived = secret && createHmac("sha256", Buffer.from(secret, "hex")).update(place).digest("hex").slice(0, 32);
    if (opened && (made !== digest || (derived && derived !== salt))) fail(`event ${event.seq} was opened falsely`);
    return { digest, to };
  });
  head = sha256(head, canonical(sealed ? { ...event, sealed } : event));
});
if (claim.seq !== events.length) fail(`cut off after event ${events.length}`);
if (claim.head !== head.toString("hex")) fail(`the chain over ${events.length} events ends in ${head.toString("hex")}`);
console.log(`ok ${events.length} ${head.toString("hex")}`);
