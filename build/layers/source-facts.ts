import { parseSync } from 'vite';

/** One import, export-from or dynamic import, as written. */
export type ImportFact = { readonly specifier: string; readonly isType: boolean; readonly line: number };
/** A call that makes a result depend on when or by what chance it ran. */
export type ImpureFact = { readonly call: string; readonly line: number };
/** A string that a person reads, written into a JSX attribute or into braces between elements. */
export type TextFact = { readonly place: string; readonly text: string; readonly line: number };

export type SourceFacts = {
  readonly imports: readonly ImportFact[];
  readonly impure: readonly ImpureFact[];
  readonly texts: readonly TextFact[];
};

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };

const readAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'busyLabel',
  'description',
  'disabledReason',
  'error',
  'errorMessage',
  'help',
  'label',
  'placeholder',
  'text',
  'title',
  'what',
]);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.name === 'string' ? node.name : undefined;
}

function stringOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.value === 'string' ? node.value : undefined;
}

function importOf(node: Node, line: number): ImportFact | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      const specifier = stringOf(node.source);
      const isType = node.importKind === 'type' || node.exportKind === 'type';
      return specifier === undefined ? undefined : { specifier, isType, line };
    }
    case 'ImportExpression': {
      const specifier = stringOf(node.source);
      return specifier === undefined ? undefined : { specifier, isType: false, line };
    }
    case 'TSImportType': {
      const argument =
        isNode(node.argument) && isNode(node.argument.literal) ? node.argument.literal : node.argument;
      const specifier = stringOf(node.source) ?? stringOf(argument);
      return specifier === undefined ? undefined : { specifier, isType: true, line };
    }
    default:
      return undefined;
  }
}

function impureOf(node: Node, line: number): ImpureFact | undefined {
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node.object) ?? ''}.${nameOf(node.property) ?? stringOf(node.property) ?? ''}`;
    if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'].includes(member)) {
      return { call: member, line };
    }
  }
  const isClockCall = node.type === 'CallExpression' || node.type === 'NewExpression';
  if (isClockCall && nameOf(node.callee) === 'Date') {
    const hasArguments = Array.isArray(node.arguments) && node.arguments.length > 0;
    if (node.type === 'CallExpression' || !hasArguments) return { call: 'Date()', line };
  }
  return undefined;
}

function readableText(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  switch (value.type) {
    case 'Literal':
      return stringOf(value);
    case 'JSXExpressionContainer':
      return readableText(value.expression);
    case 'ConditionalExpression':
      return readableText(value.consequent) ?? readableText(value.alternate);
    case 'LogicalExpression':
      return readableText(value.right) ?? readableText(value.left);
    case 'TemplateLiteral':
      return childrenOf(value)
        .filter((child) => child.type === 'TemplateElement')
        .map((child) => (child.value as { cooked?: string } | undefined)?.cooked ?? '')
        .join('');
    default:
      return undefined;
  }
}

function textsOf(node: Node, line: number): TextFact[] {
  const facts = (place: string, value: unknown): TextFact[] => {
    const text = readableText(value);
    return text !== undefined && /\p{L}/u.test(text) ? [{ place, text, line }] : [];
  };
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    const inBraces = childrenOf(node).filter((child) => child.type === 'JSXExpressionContainer');
    return inBraces.flatMap((child) => facts('{…}', child));
  }
  const attribute = node.type === 'JSXAttribute' ? nameOf(node.name) : undefined;
  return attribute !== undefined && readAttributes.has(attribute) ? facts(attribute, node.value) : [];
}

/**
 * What a TypeScript source imports, which clocks and dice it uses, and which readable strings it has in JSX.
 * Throws with the parser's words when it is not TypeScript.
 */
export function sourceFacts(file: string, source: string): SourceFacts {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message ?? 'cannot be parsed'}`);
  const imports: ImportFact[] = [];
  const impure: ImpureFact[] = [];
  const texts: TextFact[] = [];
  const visit = (node: Node): void => {
    const line = source.slice(0, node.start).split('\n').length;
    const found = { import: importOf(node, line), impure: impureOf(node, line) };
    if (found.import !== undefined) imports.push(found.import);
    if (found.impure !== undefined) impure.push(found.impure);
    texts.push(...textsOf(node, line));
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program as unknown as Node);
  return { imports, impure, texts };
}
