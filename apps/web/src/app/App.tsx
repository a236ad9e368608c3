import { lazy, type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { NotFoundScreen } from "../screens/not-found/NotFoundScreen.tsx";

const KitRoutes = lazy(async () => ({ default: (await import("../screens/kit/KitRoutes.tsx")).KitRoutes }));
const SettingsPage = lazy(async () => ({
  default: (await import("../screens/settings/SettingsPage.tsx")).SettingsPage,
}));

export function App(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Switch>
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
