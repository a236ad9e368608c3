/**
 * Exit codes. 0 to 2 answer the question that was asked; the others say why it could not be asked (numbers of BSD
 * sysexits.h).
 */
export const EXIT = {
  ok: 0,
  /** The log is wrong or damaged, or two logs differ. */
  fault: 1,
  /** Says nothing against the log: rules or file version unknown here, or its secret is not revealed yet. */
  cannotVerify: 2,
  usage: 64,
  /** The input is not a log of ours, or is larger than this program reads. */
  notALog: 65,
  noInput: 66,
  cannotWrite: 73,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
