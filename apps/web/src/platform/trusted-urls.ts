/**
 * The page's one Trusted Types policy. The server's content security policy refuses script addresses that are plain
 * text; this lets exactly our own worker and service-worker files through.
 */
interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

const POLICY_NAME = "replayground";
let policy: ScriptUrlPolicy | null = null;

/** The address of a script of this site, as the browser wants it. Throws for any other origin. */
export function trustedScriptUrl(url: string): string {
  policy ??= factory()?.createPolicy(POLICY_NAME, { createScriptURL: ownUrl }) ?? { createScriptURL: ownUrl };
  return policy.createScriptURL(url);
}

function ownUrl(url: string): string {
  const target = new URL(url, location.href);
  if (target.origin !== location.origin) throw new Error(`Refused a script from ${target.origin}.`);
  return target.href;
}

/** Absent in browsers without Trusted Types. */
function factory(): PolicyFactory | undefined {
  return (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes; // not in every DOM library yet
}
