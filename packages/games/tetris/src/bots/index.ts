export { createBeamBot, searchBeam, type BeamOptions, type Plan, type Sight } from "./beam.ts";
export { bestRest, type Question } from "./choose.ts";
export { bcts, controllers, dellacherie, elTetris, lee, valueOf, type Controller } from "./controllers.ts";
export { featuresOf, surfaceOf, type Features, type Surface } from "./features.ts";
export { createGreedyBot } from "./greedy.ts";
export { dropRests, emptyGrid, place, toGrid, type Outcome, type Rest } from "./grid.ts";
export { findPaths, type Active, type Path, type Step } from "./paths.ts";
export { botById, bots } from "./personalities.ts";
