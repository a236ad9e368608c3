import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { HomePage } from "../screens/home/HomePage.tsx";
import { NotFoundScreen } from "../screens/not-found/NotFoundScreen.tsx";
import { history, kit, newPlay, play, replay, settings } from "./screens.ts";

/** Every address of the app. Screens come in their own chunks; Home is there at once. */
export function App(): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/play/tetris/:mode">{({ mode }) => <newPlay.Screen mode={mode} />}</Route>
      <Route path="/play/:id">{({ id }) => <play.Screen id={id} />}</Route>
      <Route path="/replay/:id">{({ id }) => <replay.Screen id={id} />}</Route>
      <Route path="/history">
        <history.Screen />
      </Route>
      <Route path="/settings">
        <settings.Screen />
      </Route>
      <Route path="/kit/*?">
        <kit.Screen />
      </Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  );
}
