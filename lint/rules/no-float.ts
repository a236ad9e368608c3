import {
  createRule,
  globalReferences,
  isMember,
  type Literal,
  memberName,
  type MemberExpression,
  type Rule,
} from "../rule.ts";

const WHY = "the core of a game counts in integers";

/** Literals with a fraction, and the functions that read one. */
export const noFloat: Rule = createRule((context) => ({
  Literal(node: Literal): void {
    if (typeof node.value !== "number" || Number.isInteger(node.value)) return;
    context.report({ node, message: `${node.raw ?? "This number"} has a fraction: ${WHY}.` });
  },
  MemberExpression(node: MemberExpression): void {
    const name = memberName(node);
    if (name !== "parseFloat" && name !== "EPSILON") return;
    context.report({ node, message: `Number.${name} yields a fraction: ${WHY}.` });
  },
  "Program:exit"(): void {
    for (const { identifier } of globalReferences(context)) {
      if (identifier.name !== "parseFloat" || isMember(identifier.parent)) continue;
      context.report({ node: identifier, message: `parseFloat yields a fraction: ${WHY}.` });
    }
  },
}));
