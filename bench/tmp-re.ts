import { nodeHash } from "@replayground/hash/node";
import { readGame, readIndex } from "./corpus/files.ts";
import { reExecuteLog } from "./sections/re-execute-log.ts";
import { authorityFor, commandsOf, endOf, reExecute } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { unwrap } from "@replayground/kernel";
const logs = readIndex().map((e) => [e.name, readGame(e.name)] as const);
for (const [name, l] of logs) {
  try {
    reExecuteLog(nodeHash, l);
  } catch (e) {
    console.log("BAD", name, String(e).slice(0, 200));
  }
}
const cpu = () => {
  const c = process.cpuUsage();
  return (c.user + c.system) / 1000;
};
for (let r = 0; r < 0; r++) {
  let n = 0;
  const t = cpu();
  for (const [, l] of logs) {
    try {
      reExecuteLog(nodeHash, l);
    } catch {}
    n += l.events.length;
  }
  const d = cpu() - t;
  console.log("verify", n, Math.round((n / d) * 1000));
}
for (let r = 0; r < 40; r++) {
  let n = 0;
  const t = cpu();
  for (const [, l] of logs) {
    const a = unwrap(authorityFor(tetris, nodeHash, l));
    reExecute(a, { header: l.header, commands: commandsOf(tetris, l.events), endAt: endOf(l.events) }, () => {});
    n += l.events.length;
  }
  const d = cpu() - t;
  console.log("re-execute only", n, Math.round((n / d) * 1000));
}
