/**
 * The slice of the ESLint-compatible plugin interface that these rules use (oxlint ships no types for it).
 * Nodes are ESTree nodes; a rule names the members it reads.
 */
export interface Node {
  readonly type: string;
  readonly parent: Node | null;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

export interface Identifier extends Node {
  readonly name: string;
}

export interface MemberExpression extends Node {
  readonly object: Node;
  readonly property: Node;
  readonly computed: boolean;
}

export interface Literal extends Node {
  readonly value: unknown;
  readonly raw: string | null;
}

export interface CallExpression extends Node {
  readonly callee: Node;
  readonly arguments: readonly Node[];
}

/** One use of a name, as the scope analysis found it. */
export interface Reference {
  readonly identifier: Identifier;
  /** False for a name that appears in a type only, which costs nothing at run time. */
  readonly isValueReference: boolean;
}

interface Variable {
  readonly name: string;
  readonly defs: readonly unknown[];
  readonly references: readonly Reference[];
}

interface Scope {
  readonly through: readonly Reference[];
  readonly variables: readonly Variable[];
}

interface Comment {
  readonly loc: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

export interface RuleContext {
  /** The absolute path of the file. */
  readonly filename: string;
  readonly sourceCode: {
    readonly scopeManager: { readonly globalScope: Scope | null };
    getAllComments(): readonly Comment[];
    getText(node: Node): string;
  };
  report(finding: { readonly node: Node; readonly message: string }): void;
}

/** Handlers by node type or by selector. The host calls a handler only with nodes of the type it is filed under. */
export type Visitor = Readonly<Record<string, (node: never) => void>>;

export interface Rule {
  readonly meta: { readonly type: "problem"; readonly schema: false };
  create(context: RuleContext): Visitor;
}

/** A rule from its visitor alone: all of ours report problems, and their options are set in one place only. */
export function createRule(create: (context: RuleContext) => Visitor): Rule {
  return { meta: { type: "problem", schema: false }, create };
}

/** Every value use of a name that this file does not declare or import, such as `Date` or `console`. */
export function globalReferences(context: RuleContext): readonly Reference[] {
  const scope = context.sourceCode.scopeManager.globalScope;
  if (scope === null) return [];
  const builtins = scope.variables.filter((variable) => variable.defs.length === 0);
  const references = [...scope.through, ...builtins.flatMap((variable) => variable.references)];
  return [...new Set(references)].filter((reference) => reference.isValueReference);
}

/** The name of the accessed member: `a.b` and `a["b"]` give "b", `a[b]` gives null. */
export function memberName(node: MemberExpression): string | null {
  if (!node.computed) return isIdentifier(node.property) ? node.property.name : null;
  return isLiteral(node.property) && typeof node.property.value === "string" ? node.property.value : null;
}

export function isIdentifier(node: Node): node is Identifier {
  return node.type === "Identifier";
}

export function isLiteral(node: Node): node is Literal {
  return node.type === "Literal";
}

export function isMember(node: Node | null): node is MemberExpression {
  return node !== null && node.type === "MemberExpression";
}
