import { createRule, isIdentifier, type Node, type Rule, type RuleContext } from "../rule.ts";

interface AsExpression extends Node {
  readonly typeAnnotation: Node & { readonly typeName?: Node };
}

interface FunctionLike extends Node {
  readonly returnType?: Node | null;
}

const MESSAGE =
  "`as` belongs in the constructor of that very type; elsewhere say why it holds, on this line or above it.";

/**
 * A type assertion overrules the compiler, so it stands in a function that returns the asserted type (a brand's
 * constructor, a parser) or beside a comment that says why it holds.
 */
export const asNeedsReason: Rule = createRule((context) => ({
  TSAsExpression(node: AsExpression): void {
    if (isConst(node) || returnsTheType(context, node) || hasComment(context, node)) return;
    context.report({ node, message: MESSAGE });
  },
}));

function isConst({ typeAnnotation: { typeName } }: AsExpression): boolean {
  return typeName !== undefined && isIdentifier(typeName) && typeName.name === "const";
}

function returnsTheType(context: RuleContext, node: AsExpression): boolean {
  const returned = enclosingFunction(node)?.returnType;
  if (returned === undefined || returned === null) return false;
  const words = context.sourceCode.getText(returned).split(/[^\w$]+/);
  return context.sourceCode
    .getText(node.typeAnnotation)
    .split(/[^\w$]+/)
    .every((word) => words.includes(word));
}

function enclosingFunction(node: Node): FunctionLike | null {
  let at = node.parent;
  while (at !== null && !/Function/.test(at.type)) at = at.parent;
  return at;
}

function hasComment(context: RuleContext, node: Node): boolean {
  const { start, end } = node.loc;
  return context.sourceCode
    .getAllComments()
    .some(({ loc }) => loc.end.line >= start.line - 1 && loc.start.line <= end.line);
}
