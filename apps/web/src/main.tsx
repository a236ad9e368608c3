import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createPageHash } from "@replayground/hash/page";
import { App } from "./app/App.tsx";
import { ServicesContext } from "./app/services.ts";
import { CrashBoundary } from "./screens/crash/CrashScreen.tsx";
import { deferredLibrary, type Library } from "./session/library.ts";
import { StoresContext } from "./stores/context.ts";
import { createSettingsStore } from "./stores/settings.ts";
import { createUiStore } from "./stores/ui.ts";
import { applyTheme, followSystem } from "./theme/theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root element.");

const settings = createSettingsStore(localStorage);
settings.subscribe(({ theme }) => applyTheme(theme));
followSystem(() => settings.getState().theme);
const stores = { settings, ui: createUiStore() };

/** Build of engine and rules, stamped on everything this page stores. */
const ENGINE = "0.1.0";
const { hash } = createPageHash();
const services = { hash, library: deferredLibrary(loadLibrary()) };

createRoot(root).render(
  <StrictMode>
    <CrashBoundary>
      <StoresContext value={stores}>
        <ServicesContext value={services}>
          <App />
        </ServicesContext>
      </StoresContext>
    </CrashBoundary>
  </StrictMode>,
);

/** The database comes in a chunk of its own, asked for at once and waited for by nobody who paints. */
async function loadLibrary(): Promise<Library> {
  const { openLibrary } = await import("./session/open-library.ts");
  return openLibrary({ hash, engine: ENGINE, storage: localStorage });
}
