import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { CrashBoundary } from "./screens/crash/CrashScreen.tsx";
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

createRoot(root).render(
  <StrictMode>
    <CrashBoundary>
      <StoresContext value={stores}>
        <App />
      </StoresContext>
    </CrashBoundary>
  </StrictMode>,
);
