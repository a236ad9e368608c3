import { clearCode } from "../core/clear.ts";
import type { Spin } from "../core/spin.ts";

/** Rows by clear code, before chains. Source: TETR.IO as reimplemented by halp1/triangle; see the versus tables. */
const baseByCode: readonly number[] = [0, 0, 1, 2, 4, 0, 2, 4, 6, 0, 0, 1];

const perfectClearRows = 10;

/** ln(1 + 0.8 n): precomputed, because engines differ in the last bits of a logarithm. Longer chains use the last. */
const chainLog: readonly number[] = [
  0, 0.5877866649021191, 0.9555114450274365, 1.2237754316221159, 1.4350845252893227, 1.6094379124341003,
  1.7578579175523736, 1.88706964903238, 2.0014800002101243, 2.1041341542702074, 2.1972245773362196, 2.2823823856765264,
  2.3608540011180215, 2.4336133554004498, 2.501435951739211, 2.5649493574615367, 2.624668592163159, 2.681021528714291,
  2.7343675094195836, 2.7850112422383386, 2.833213344056216, 2.8791984572980396, 2.9231615807191558, 2.9652730660692828,
  3.005682604407159, 3.044522437723423, 3.0819099697950434, 3.1179499062782403, 3.152736022363656, 3.186352633162641,
  3.2188758248682006, 3.250374491927572, 3.280911215787653, 3.3105430133940246, 3.339321977944068, 3.367295829986474,
  3.3945083935113587, 3.4210000089583352, 3.4468078929142076, 3.4719664525503626, 3.4965075614664802,
  3.5204608024889734, 3.543853682063679, 3.5667118201397288, 3.5890591188317256, 3.6109179126442243, 3.632309102625542,
  3.653252276470785, 3.6737658163038884, 3.6938669956249752, 3.713572066704308,
];

/** ln(1 + 1.25 c), likewise: the least that a combo of c sends. */
const comboLog: readonly number[] = [
  0, 0.8109302162163288, 1.252762968495368, 1.55814461804655, 1.791759469228055, 1.9810014688665833, 2.1400661634962708,
  2.277267285009756, 2.3978952727983707, 2.505525936990736, 2.6026896854443837, 2.691243082785829, 2.772588722239781,
  2.847812143477369, 2.917770732084279, 2.9831534913471307, 3.044522437723423, 3.1023420086122493, 3.157000421150113,
  3.2088254890146994, 3.258096538021482, 3.305053521109253, 3.349904087274605, 3.392829131991639, 3.4339872044851463,
  3.4735180432417816, 3.5115454388310208, 3.548179572010801, 3.58351893845611, 3.6176519448255684, 3.6506582412937387,
];

function last(table: readonly number[], index: number): number {
  return table[Math.min(index, table.length - 1)] ?? 0;
}

/** Rows a back-to-back chain of counter n >= 1 adds ("chaining"). */
export function chainBonus(n: number): number {
  const log = last(chainLog, n);
  const whole = Math.floor(1 + log);
  return n === 1 ? whole : whole + (1 + (log - Math.floor(log))) / 3;
}

/** What a lock sends, for `attackRows`. */
export interface Attack {
  readonly lines: number;
  readonly spin: Spin;
  /** Counters after the lock: combo 0 and back-to-back 0 are the first of a chain. */
  readonly combo: number;
  readonly b2b: number;
  readonly isPerfect: boolean;
  /** Grows in long games. */
  readonly multiplier: number;
}

/** The attack events of a lock in order: the clear itself, then the perfect clear; zeros left out. */
export function attackRows(attack: Attack): number[] {
  const { lines, spin, combo, b2b, isPerfect, multiplier } = attack;
  if (lines === 0) return [];
  let rows = baseByCode[clearCode(lines, spin)] ?? 0;
  if (b2b >= 1) rows += chainBonus(b2b);
  if (combo >= 1) rows *= 1 + 0.25 * combo;
  if (combo >= 2) rows = Math.max(rows, last(comboLog, combo));
  const main = Math.floor(rows * multiplier);
  const perfect = isPerfect ? Math.floor(perfectClearRows * multiplier) : 0;
  return [main, perfect].filter((part) => part > 0);
}
