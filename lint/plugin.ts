import type { Rule } from "./rule.ts";
import { asNeedsReason } from "./rules/as-needs-reason.ts";
import { layers } from "./rules/layers.ts";
import { noAsync } from "./rules/no-async.ts";
import { noFloat } from "./rules/no-float.ts";
import { noForIn } from "./rules/no-for-in.ts";
import { noImpureGlobal } from "./rules/no-impure-global.ts";
import { noInexactMath } from "./rules/no-inexact-math.ts";
import { noLocaleMethod } from "./rules/no-locale-method.ts";
import { noModuleState } from "./rules/no-module-state.ts";
import { sortNeedsComparator } from "./rules/sort-needs-comparator.ts";

interface Plugin {
  readonly meta: { readonly name: string };
  readonly rules: Readonly<Record<string, Rule>>;
}

/** The rules of this code base that no published rule states; .oxlintrc.json says where each applies. */
const plugin: Plugin = {
  meta: { name: "house" },
  rules: {
    "as-needs-reason": asNeedsReason,
    layers,
    "no-async": noAsync,
    "no-float": noFloat,
    "no-for-in": noForIn,
    "no-impure-global": noImpureGlobal,
    "no-inexact-math": noInexactMath,
    "no-locale-method": noLocaleMethod,
    "no-module-state": noModuleState,
    "sort-needs-comparator": sortNeedsComparator,
  },
};

// The linter loads a plugin by its default export.
export default plugin;
