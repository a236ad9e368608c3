import { type Context, createContext, useContext } from "react";
import { useStore } from "zustand";
import type { SettingsState, SettingsStore } from "./settings.ts";
import type { UiState, UiStore } from "./ui.ts";

/** The stores of the page, made once by the composition root. */
export interface Stores {
  readonly settings: SettingsStore;
  readonly ui: UiStore;
}

export const StoresContext: Context<Stores | null> = createContext<Stores | null>(null);

export function useStores(): Stores {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error("Stores are missing: the composition root provides them.");
  return stores;
}

export const useSettings = <T>(select: (state: SettingsState) => T): T => useStore(useStores().settings, select);

export const useUi = <T>(select: (state: UiState) => T): T => useStore(useStores().ui, select);
