import { asciiToBytes, bytesToAscii, toSeat, toTick } from "@replayground/kernel";
import type { Setup } from "../../types.ts";
import {
  ANSWERS,
  PARITIES,
  type HiddenNumberOptions,
  type HiddenNumberState,
  type HiddenNumberTypes,
  type Side,
} from "./types.ts";

/** Integers in decimal, sides after the shared part; -1 for what is not known. Options come from the header. */
export function encodeState({ at, turn, waited, pot, phase, hinted, shown, sides }: HiddenNumberState): Uint8Array {
  const words = [at, turn, waited, pot, phase, Number(hinted), Number(shown), ...sides.flatMap(encodeSide)];
  return asciiToBytes(words.join(" "));
}

function encodeSide({ number, asked, answers, parity, score, hand }: Side): readonly number[] {
  const told = answers.map((answer) => (answer === null ? -1 : ANSWERS.indexOf(answer)));
  const heard = parity === null ? -1 : PARITIES.indexOf(parity);
  return [number ?? -1, heard, score, Number(hand), asked.length, ...asked, ...told];
}

export function decodeState(
  { options }: Pick<Setup<HiddenNumberTypes>, "options">,
  bytes: Uint8Array,
): HiddenNumberState | null {
  const text = bytesToAscii(bytes);
  if (!/^-?\d+(?: -?\d+)*$/.test(text)) return null;
  const state = decodeWords(text.split(" ").map(Number), options);
  return bytesToAscii(encodeState(state)) === text ? state : null;
}

function decodeWords(words: readonly number[], options: HiddenNumberOptions): HiddenNumberState {
  let next = 0;
  const take = (): number => words[next++] ?? 0;
  const side = (): Side => {
    const [number, heard, score, hand, count] = [take(), take(), take(), take() === 1, take()];
    const asked = Array.from({ length: Math.max(0, Math.min(count, words.length)) }, take);
    const answers = asked.map(() => ANSWERS[take()] ?? null);
    return { number: number < 0 ? null : number, asked, answers, parity: PARITIES[heard] ?? null, score, hand };
  };
  return {
    options,
    at: toTick(take()),
    turn: toSeat(take()),
    waited: take(),
    pot: take(),
    phase: take(),
    hinted: take() === 1,
    shown: take() === 1,
    sides: [side(), side()],
  };
}
