import { run, Stop } from "./run.mjs";

/**
 * Installs exactly what the lockfile names. A second time it takes a second.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export async function installDependencies(env) {
  const args = ["install", "--frozen-lockfile", "--prefer-offline", "--config.confirm-modules-purge=false"];
  const { code } = await run("pnpm", args, { env });
  if (code === 0) return;
  throw new Stop(
    "pnpm could not install the packages (see above).",
    "Check the connection to the package registry; after editing a package.json, run `pnpm install` once.",
  );
}
