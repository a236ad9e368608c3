import { lazy, type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { HomePage } from "../screens/home/HomePage.tsx";
import { NotFoundScreen } from "../screens/not-found/NotFoundScreen.tsx";

const KitRoutes = lazy(async () => ({ default: (await import("../screens/kit/KitRoutes.tsx")).KitRoutes }));
const SettingsPage = lazy(async () => ({
  default: (await import("../screens/settings/SettingsPage.tsx")).SettingsPage,
}));
const HistoryPage = lazy(async () => ({ default: (await import("../screens/history/HistoryPage.tsx")).HistoryPage }));
const NewPlayPage = lazy(async () => ({ default: (await import("../screens/play/PlayPage.tsx")).NewPlayPage }));
const PlayPage = lazy(async () => ({ default: (await import("../screens/play/PlayPage.tsx")).PlayPage }));
const ReplayPage = lazy(async () => ({ default: (await import("../screens/replay/ReplayPage.tsx")).ReplayPage }));

/** Every address of the app. Screens come in their own chunks; Home is there at once. */
export function App(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/play/tetris/:mode">{({ mode }) => <NewPlayPage mode={mode} />}</Route>
        <Route path="/play/:id">{({ id }) => <PlayPage id={id} />}</Route>
        <Route path="/replay/:id">{({ id }) => <ReplayPage id={id} />}</Route>
        <Route path="/history">
          <HistoryPage />
        </Route>
        <Route path="/settings">
          <SettingsPage />
        </Route>
        <Route path="/kit/*?">
          <KitRoutes />
        </Route>
        <Route>
          <NotFoundScreen />
        </Route>
      </Switch>
    </Suspense>
  );
}
