import { createRule, globalReferences, isMember, memberName, type Node, type Rule } from "../rule.ts";

/** The members of Math whose result the language defines to the last bit. */
const EXACT = new Set(["abs", "ceil", "clz32", "floor", "imul", "max", "min", "round", "sign", "sqrt", "trunc"]);

const WHY = "differs between engines and versions, so that an honest log would fail to verify";

/** `Math.pow`, `exp`, `sin` and their like, `**`, and `Math` handed around as a value, where no check could follow it. */
export const noInexactMath: Rule = createRule((context) => ({
  "Program:exit"(): void {
    for (const { identifier } of globalReferences(context)) {
      if (identifier.name !== "Math") continue;
      const { parent } = identifier;
      const name = isMember(parent) && parent.object === identifier ? memberName(parent) : null;
      if (name !== null && EXACT.has(name)) continue;
      const message = name === null ? "Name the member: `Math` is not a value to pass on." : `Math.${name} ${WHY}.`;
      context.report({ node: identifier, message });
    }
  },
  "BinaryExpression[operator='**']"(node: Node): void {
    context.report({ node, message: `The operator ** ${WHY}; multiply or shift.` });
  },
  "AssignmentExpression[operator='**=']"(node: Node): void {
    context.report({ node, message: `The operator **= ${WHY}; multiply or shift.` });
  },
}));
