import { type ReactNode, useState } from "react";
import { Route, Switch } from "wouter";
import { sampleOffers, sampleRows, sampleUnfinished } from "../../sample/matches.ts";
import { CrashScreen } from "../crash/CrashScreen.tsx";
import { HistoryScreen } from "../history/HistoryScreen.tsx";
import { HomeScreen } from "../home/HomeScreen.tsx";
import { NotFoundScreen } from "../not-found/NotFoundScreen.tsx";
import { SettingsPage } from "../settings/SettingsPage.tsx";
import { KitPlay } from "./KitPlay.tsx";
import { KitReplay } from "./KitReplay.tsx";
import { KitScreen } from "./KitScreen.tsx";

const nothing = (): void => {};

/** Every screen on sample data, for looking at: nothing here is reachable from the product. */
export function KitRoutes(): ReactNode {
  return (
    <Switch>
      <Route path="/kit">
        <KitScreen />
      </Route>
      <Route path="/kit/home">
        <HomeScreen
          games={sampleOffers}
          unfinished={sampleUnfinished}
          results={sampleRows}
          safety={{ rung: "device", words: "5 games, only on this device" }}
        />
      </Route>
      <Route path="/kit/first">
        <HomeScreen games={sampleOffers.map((offer) => ({ ...offer, best: "" }))} unfinished={[]} results={[]} />
      </Route>
      <Route path="/kit/play">
        <KitPlay />
      </Route>
      <Route path="/kit/replay">
        <KitReplay />
      </Route>
      <Route path="/kit/history">
        <KitHistory />
      </Route>
      <Route path="/kit/settings">
        <SettingsPage />
      </Route>
      <Route path="/kit/crash">
        <CrashScreen message="TypeError: sample" onReload={nothing} onHome={nothing} />
      </Route>
      <Route>
        <NotFoundScreen />
      </Route>
    </Switch>
  );
}

function KitHistory(): ReactNode {
  const [filter, setFilter] = useState<"all" | "tetris" | "golf" | "caravan" | "intrigue">("all");
  const shown = [...sampleRows, ...sampleUnfinished].filter(({ game }) => filter === "all" || game === filter);
  return (
    <HistoryScreen
      matches={shown}
      filter={filter}
      counts={[
        { game: "tetris", count: 4 },
        { game: "golf", count: 1 },
      ]}
      storage={{ games: 5, usedBytes: 3_800_000, quotaBytes: 2_100_000_000, persisted: true }}
      onFilter={setFilter}
      onImport={nothing}
      onExport={nothing}
      onDelete={nothing}
      onExportAll={nothing}
    />
  );
}
