import type { Hex, Header, LogEvent } from "@replayground/kernel";
import { packEvents } from "@replayground/log";
import { useCallback, useRef, useState } from "react";
import { judge } from "../../judge/judge.ts";
import { verifyTrouble } from "../../words/troubles.ts";
import type { Verification } from "./integrity.ts";

export interface VerificationControl {
  readonly verification: Verification;
  /** Hash of the final state, once a check has found it. */
  readonly stateHash: Hex | null;
  readonly verify: () => void;
  readonly cancel: () => void;
}

interface Judged {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  readonly head: Hex;
}

/** Re-executes the match off the main thread, on request, with progress. */
export function useVerification({ header, events, head }: Judged): VerificationControl {
  const [verification, setVerification] = useState<Verification>({ phase: "idle" });
  const [stateHash, setStateHash] = useState<Hex | null>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => running.current?.abort(), []);
  const verify = useCallback(() => {
    const run = async (): Promise<void> => {
      const abort = new AbortController();
      running.current = abort;
      const total = events.length;
      setVerification({ phase: "running", done: 0, total });
      const started = performance.now();
      const verdict = await judge(
        { kind: "verify", log: { header, packed: packEvents(events), claimed: head } },
        { signal: abort.signal, onProgress: (done) => setVerification({ phase: "running", done, total }) },
      );
      if (verdict.ok) {
        setStateHash(verdict.value.state);
        setVerification({ phase: "passed", milliseconds: performance.now() - started, head: verdict.value.head });
      } else if (verdict.error.kind === "cancelled") setVerification({ phase: "idle" });
      else setVerification({ phase: "failed", trouble: verifyTrouble(verdict.error) });
    };
    void run();
  }, [header, events, head]);
  return { verification, stateHash, verify, cancel };
}
