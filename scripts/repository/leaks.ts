/** Something that must not be in a public repository, and where. */
export interface Leak {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY/ },
  { what: "an access token of npm", pattern: /\bnpm_[A-Za-z0-9]{36}\b|_auth[T]oken/ },
  { what: "an access token of GitHub", pattern: /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{22}/ },
  { what: "an access token of GitLab", pattern: /\bglpat-[\w-]{20}/ },
  { what: "an access key of AWS", pattern: /\bAKIA[0-9A-Z]{16}\b/ },
  { what: "a token of Slack", pattern: /\bxox[abprs]-[\w-]{10}/ },
  { what: "a secret API key", pattern: /\bsk-[\w-]{20}/ },
  { what: "a signed token", pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./ },
  { what: "a password in an address", pattern: /\b[a-z][a-z0-9+]*:\/\/[^\s/:@"'`$<{]+:[^\s/:@"'`$<{]+@/ },
  { what: "a path of one machine", pattern: /(?<![\w.:/~})-])\/(?:home|Users|root|work|opt|mnt)\/[\w.-]/ },
  { what: "a path of one machine", pattern: /\b[A-Z]:\\+Users\\/ },
  { what: "the address of a package registry", pattern: /\bregistry\.[a-z0-9-]+\.|\btarball: *['"]?https?:/ },
];

/** Every leak in one text, in order. */
export function findLeaks(path: string, text: string): readonly Leak[] {
  return text
    .split("\n")
    .flatMap((content, index) =>
      PATTERNS.filter(({ pattern }) => pattern.test(content)).map(({ what }) => ({ path, line: index + 1, what })),
    );
}
