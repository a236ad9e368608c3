import { createRule, memberName, type MemberExpression, type Rule } from "../rule.ts";

/** Methods whose result depends on locale or Unicode data, or on how an engine prints a fraction. */
const METHODS = new Set([
  "localeCompare",
  "normalize",
  "toExponential",
  "toFixed",
  "toLocaleDateString",
  "toLocaleLowerCase",
  "toLocaleString",
  "toLocaleTimeString",
  "toLocaleUpperCase",
  "toPrecision",
]);

export const noLocaleMethod: Rule = createRule((context) => ({
  MemberExpression(node: MemberExpression): void {
    const name = memberName(node);
    if (name === null || !METHODS.has(name)) return;
    const message = `A pure package does not use ${name}(): its result is not the same on every engine.`;
    context.report({ node: node.property, message });
  },
}));
