import { type CallExpression, createRule, isMember, memberName, type Rule } from "../rule.ts";

export const sortNeedsComparator: Rule = createRule((context) => ({
  CallExpression(node: CallExpression): void {
    if (node.arguments.length > 0 || !isMember(node.callee)) return;
    const name = memberName(node.callee);
    if (name !== "sort" && name !== "toSorted") return;
    context.report({ node, message: `${name}() without a comparator orders numbers as text: pass one.` });
  },
}));
