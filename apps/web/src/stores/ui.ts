import { createStore, type StoreApi } from "zustand/vanilla";
import type { GameId } from "../art/games.ts";

export const stepUnits = ["event", "input", "turn", "tick"] as const;
export type StepUnit = (typeof stepUnits)[number];

export const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] as const;

export type HistoryFilter = GameId | "all";

/** What a person chose on a screen and would be annoyed to choose again. Never match data. */
export interface UiState {
  readonly stepUnit: StepUnit;
  readonly speed: number;
  readonly historyFilter: HistoryFilter;
  readonly setStepUnit: (unit: StepUnit) => void;
  readonly setSpeed: (speed: number) => void;
  readonly setHistoryFilter: (filter: HistoryFilter) => void;
}

export type UiStore = StoreApi<UiState>;

export const createUiStore = (): UiStore =>
  createStore<UiState>()((set) => ({
    stepUnit: "event",
    speed: 1,
    historyFilter: "all",
    setStepUnit: (stepUnit) => set({ stepUnit }),
    setSpeed: (speed) => set({ speed }),
    setHistoryFilter: (historyFilter) => set({ historyFilter }),
  }));
