import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type LayerRule, layerRules } from './layer-rules.ts';
import type { SourceFacts } from './source-facts.ts';

export type LayerFinding = {
  readonly file: string;
  readonly line: number;
  readonly rule: 'layer' | 'specifier' | 'pure' | 'text' | 'physical';
  readonly message: string;
};

const aliases: Readonly<Record<string, string>> = {
  '#shared/': 'shared/',
  '#resources/': 'resources/',
  '#renderer/': 'renderer/src/',
  '#electron/': 'electron/',
  '#sandbox/': 'sandbox/',
  '#tests/': 'tests/',
  '#build/': 'build/',
};

/** The path from the root that a specifier names; undefined for a package. */
function pathOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix));
  return alias === undefined ? undefined : `${aliases[alias]}${specifier.slice(alias.length)}`;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:') || isBuiltin(specifier)) return 'node:';
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function ruleOf(file: string): LayerRule | undefined {
  return layerRules.find(({ files }) => files.some((prefix) => file.startsWith(prefix)));
}

function featureOf(file: string): string[] {
  const feature = /^renderer\/src\/features\/[^/]+\//.exec(file);
  return feature === null ? [] : [feature[0]];
}

function isTest(file: string): boolean {
  return /^tests\/|\/testing\/|\.test\.tsx?$/.test(file);
}

function mayImport(rule: LayerRule, file: string, specifier: string, isType: boolean): boolean {
  const path = pathOf(file, specifier);
  if (path === undefined) return rule.packages.includes('*') || rule.packages.includes(packageOf(specifier));
  const reach = [...rule.imports, ...featureOf(file), ...(isType ? (rule.types ?? []) : [])];
  return reach.some((prefix) => path.startsWith(prefix));
}

/**
 * What one file does against the table of layers: imports out of reach, relative specifiers that climb into
 * another layer (the layer must be readable from the specifier), clocks and dice in pure code, and text in JSX that
 * belongs into the messages. `file` is a path from the root with forward slashes.
 */
export function layerFindings(file: string, facts: SourceFacts): LayerFinding[] {
  if (isTest(file)) return [];
  const findings: LayerFinding[] = [];
  const rule = ruleOf(file);
  if (rule === undefined) {
    const message = 'no layer knows this file; build/layers/layer-rules.ts says where code may live';
    return [{ file, line: 1, rule: 'layer', message }];
  }
  for (const { specifier, isType, line } of facts.imports) {
    const path = specifier.startsWith('../') ? pathOf(file, specifier) : undefined;
    const target = path === undefined ? undefined : ruleOf(path);
    if (target !== undefined && target !== rule) {
      findings.push({ file, line, rule: 'specifier', message: `${specifier} climbs; write it as #folder/…` });
    }
    if (!mayImport(rule, file, specifier, isType)) {
      findings.push({ file, line, rule: 'layer', message: `${rule.layer} may not import ${specifier}` });
    }
  }
  if (rule.isPure === true) {
    for (const { call, line } of facts.impure) {
      findings.push({ file, line, rule: 'pure', message: `${rule.layer} may not use ${call}; pass it in` });
    }
  }
  for (const { place, text, line } of facts.texts) {
    const message = `${place}="${text}" is text for people; it belongs into shared/messages`;
    if (file.startsWith('renderer/')) findings.push({ file, line, rule: 'text', message });
  }
  return findings;
}
