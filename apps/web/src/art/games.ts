/** The four games of the arcade, in the order the Home screen shows them. */
export const gameIds = ["tetris", "golf", "caravan", "intrigue"] as const;
export type GameId = (typeof gameIds)[number];

export const gameNames: Readonly<Record<GameId, string>> = {
  tetris: "Tetris",
  golf: "Golf",
  caravan: "Caravan",
  intrigue: "Intrigue",
};
