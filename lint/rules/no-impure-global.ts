import { createRule, globalReferences, type Rule } from "../rule.ts";

/**
 * What a pure package may use of the language. Everything else that lives in the global scope belongs to a host, reads a
 * clock, depends on a locale, or is missing in one of the engines that verify our logs. An allow-list, so that a global
 * nobody thought of is refused too.
 */
const ALLOWED = new Set([
  "undefined",
  "NaN",
  "Infinity",
  "Array",
  "ArrayBuffer",
  "BigInt",
  "Boolean",
  "DataView",
  "Error",
  "Int8Array",
  "Int16Array",
  "Int32Array",
  "JSON",
  "Map",
  "Number",
  "Object",
  "RangeError",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "Symbol",
  "TypeError",
  "Uint8Array",
  "Uint8ClampedArray",
  "Uint16Array",
  "Uint32Array",
  "WeakMap",
  "WeakSet",
  // Each has a rule of its own, which says more.
  "Math",
  "Promise",
  "parseFloat",
]);

const ADVICE: Readonly<Record<string, string>> = {
  Date: "time comes in as an argument, in ticks",
  Intl: "its results depend on the engine's locale data",
  Float64Array: "state is integers; floats invite rounding that differs from one engine to the next",
  Float32Array: "state is integers; floats invite rounding that differs from one engine to the next",
  crypto: "hashing and randomness come in through the hash port",
  console: "return what there is to say",
};

export const noImpureGlobal: Rule = createRule((context) => ({
  "Program:exit"(): void {
    for (const { identifier } of globalReferences(context)) {
      if (ALLOWED.has(identifier.name)) continue;
      const advice = ADVICE[identifier.name] ?? "it belongs to a host, and this package runs on every host";
      context.report({ node: identifier, message: `A pure package does not use \`${identifier.name}\`: ${advice}.` });
    }
  },
}));
