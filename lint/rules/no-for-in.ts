import { createRule, type Node, type Rule } from "../rule.ts";

export const noForIn: Rule = createRule((context) => ({
  ForInStatement(node: Node): void {
    context.report({
      node,
      message: "for...in visits inherited names too, in an order that is not ours: list the keys.",
    });
  },
}));
