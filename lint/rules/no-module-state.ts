import { createRule, type Node, type Rule } from "../rule.ts";

interface VariableDeclaration extends Node {
  readonly kind: string;
}

export const noModuleState: Rule = createRule((context) => ({
  VariableDeclaration(node: VariableDeclaration): void {
    const { parent } = node;
    const atTop = parent !== null && (parent.type === "Program" || parent.type === "ExportNamedDeclaration");
    if (!atTop || node.kind === "const") return;
    context.report({
      node,
      message: "A module that remembers makes a result depend on history: keep state in a value.",
    });
  },
}));
