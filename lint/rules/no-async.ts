import { createRule, globalReferences, type Node, type Rule } from "../rule.ts";

interface AsyncCandidate extends Node {
  readonly async: boolean;
}

const WHY = "A pure package has no async code: return what to do and let the caller perform it";

/** Ports may speak of `Promise` in a type; nothing here may await, create or chain one. */
export const noAsync: Rule = createRule((context) => {
  function refuse(node: Node): void {
    context.report({ node, message: `${WHY}.` });
  }
  function refuseAsync(node: AsyncCandidate): void {
    if (node.async) refuse(node);
  }
  return {
    FunctionDeclaration: refuseAsync,
    FunctionExpression: refuseAsync,
    ArrowFunctionExpression: refuseAsync,
    AwaitExpression: refuse,
    ImportExpression: refuse,
    "ForOfStatement[await=true]": refuse,
    "Program:exit"(): void {
      for (const { identifier } of globalReferences(context)) {
        if (identifier.name === "Promise") refuse(identifier);
      }
    },
  };
});
