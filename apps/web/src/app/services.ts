import { createContext, useContext } from "react";
import type { HashPort } from "@replayground/kernel";
import type { Library } from "../session/library.ts";

/** What the page does outside itself, made once by the composition root. */
export interface Services {
  readonly hash: HashPort;
  readonly library: Library;
}

export const ServicesContext: React.Context<Services | null> = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("Services are missing: the composition root provides them.");
  return services;
}
