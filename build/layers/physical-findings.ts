import type { LayerFinding } from './layer-findings.ts';

const declaration = /(?<property>[a-z-]+)\s*:\s*(?<value>[^;{}]+)/g;
const sided = new Set(['text-align', 'text-align-last', 'float', 'clear', 'caption-side']);
const fourSided = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

/** Splits at spaces that lie outside brackets: `calc(1px + 2px) 0` has two parts. */
function partsOf(value: string): string[] {
  return value.trim().match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
}

function isPhysical(property: string, value: string): boolean {
  if (sided.has(property)) return /\b(left|right)\b/.test(value);
  if (!fourSided.test(property)) return false;
  const [, right, , left] = partsOf(value);
  return left !== undefined && left !== right;
}

/**
 * Declarations that would not mirror from right to left and that Biome's `useLogicalProperties` does not know:
 * sides as values, and shorthands whose left differs from their right.
 */
export function physicalFindings(file: string, css: string): LayerFinding[] {
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
  const code = css.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/"[^"\n]*"|'[^'\n]*'/g, blank);
  return [...code.matchAll(declaration)].flatMap((match) => {
    const { property = '', value = '' } = match.groups ?? {};
    if (!isPhysical(property, value)) return [];
    const line = code.slice(0, match.index).split('\n').length;
    const message = `${property}: ${value.trim()} does not mirror; use logical sides`;
    return [{ file, line, rule: 'physical' as const, message }];
  });
}
