import type { GameOffer, UnfinishedMatch } from "../screens/home/HomeScreen.tsx";
import type { MatchRow } from "../screens/match-row.ts";
import { sampleMoments, sampleTable, sampleTetris } from "./tape.ts";

export const sampleOffers: readonly GameOffer[] = [
  {
    game: "tetris",
    words: "Marathon, sprint, ultra, zen, cheese. Bots to watch.",
    first: { word: "Play marathon", href: "/kit/play" },
    modes: ["Sprint", "Ultra", "Zen", "Cheese"].map((word) => ({ word, href: `/kit/play#${word}` })),
    best: "Best 287,440",
  },
  { game: "golf", words: "Six cards, nine holes, eight bots with opinions.", first: null, modes: [], best: "" },
  { game: "caravan", words: "Turn salt into jade, and jade into contracts.", first: null, modes: [], best: "" },
  { game: "intrigue", words: "Make promises at court. Keep enough of them.", first: null, modes: [], best: "" },
];

const marathon = sampleTetris(3412, 11, sampleMoments).model;
const sprint = sampleTetris(846, 31, [
  { seq: 300, glyph: "tetris" },
  { seq: 610, glyph: "tetris" },
]).model;

export const sampleRows: readonly MatchRow[] = [
  {
    matchId: "m1",
    href: "/kit/replay",
    game: "tetris",
    title: "Marathon",
    detail: "150 lines",
    lineage: null,
    result: "287,440",
    resultNote: "points",
    standing: { status: "kept", rung: "device" },
    when: "20:14",
    tape: marathon,
    tapeState: { status: "kept", rung: "device" },
  },
  {
    matchId: "m2",
    href: "/kit/replay",
    game: "tetris",
    title: "Sprint",
    detail: "40 lines",
    lineage: null,
    result: "0:48.62",
    resultNote: "best this week",
    standing: { status: "kept", rung: "verified" },
    when: "Thu",
    tape: sprint,
    tapeState: { status: "kept", rung: "verified" },
  },
  {
    matchId: "m3",
    href: "/kit/replay",
    game: "golf",
    title: "Golf",
    detail: "Ana, Ben, Links",
    lineage: null,
    result: "58",
    resultNote: "first of 4",
    standing: { status: "kept", rung: "anchored" },
    when: "Wed",
    tape: sampleTable("golf", 620, [
      { seq: 120, glyph: "round" },
      { seq: 420, glyph: "round" },
    ]),
    tapeState: { status: "kept", rung: "anchored" },
  },
  {
    matchId: "m4",
    href: "/kit/replay",
    game: "tetris",
    title: "Marathon",
    detail: "150 lines",
    lineage: null,
    result: "204,110",
    resultNote: "",
    standing: { status: "refused", words: "Not counted: event 1,204 came before its tick. Send the log." },
    when: "Tue",
    tape: sampleTetris(2890, 61, [{ seq: 300, glyph: "tetris" }]).model,
    tapeState: { status: "refused", seq: 1204 },
  },
];

const paused = sampleTetris(1430, 71, [
  { seq: 212, glyph: "tetris" },
  { seq: 760, glyph: "tspin" },
  { seq: 1102, glyph: "backToBack" },
]).model;

export const sampleUnfinished: readonly UnfinishedMatch[] = [
  {
    matchId: "u1",
    href: "/kit/play",
    game: "tetris",
    title: "Marathon, 61 of 150 lines",
    detail: "level 7",
    lineage: null,
    result: "98,200",
    resultNote: "points",
    standing: { status: "unfinished" },
    when: "19:52",
    since: "Paused at 2:48, since 19:52",
    tape: paused,
    tapeState: { status: "recording" },
  },
];
