import { lazy, type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";

const KitScreen = lazy(async () => ({ default: (await import("../screens/kit/KitScreen.tsx")).KitScreen }));

export function App(): ReactNode {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/kit">
          <KitScreen />
        </Route>
        <Route>Not found</Route>
      </Switch>
    </Suspense>
  );
}
