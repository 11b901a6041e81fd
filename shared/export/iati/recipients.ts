import { element, type XmlElement } from '../xml-element.ts';

const world = '001';

/** `count` equal percentages of two decimals that add up to 100: the first ones take what is left over. */
export const equalShares = (count: number): readonly string[] => {
  const each = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, index) =>
    ((each + (index < 10_000 - each * count ? 1 : 0)) / 100).toFixed(2),
  );
};

/**
 * Where it takes place: the countries, or the regions where there are none, in equal shares of 100 percent over both
 * together as IATI asks. Regions beside countries hold them already and would count twice: they are left out.
 * "Global" is the region 001 of UN M49 (codelist RegionVocabulary, 2).
 */
export const recipients = (
  countries: readonly string[],
  regions: readonly string[],
): { readonly elements: readonly XmlElement[]; readonly leftOut: boolean } => {
  const single = countries.filter((code) => code !== world);
  if (single.length > 0) {
    const shares = equalShares(single.length);
    const scope = single.length === 1 ? '4' : '3';
    return {
      elements: [
        element('activity-scope', { code: scope }),
        ...single.map((code, index) => element('recipient-country', { code, percentage: shares[index] })),
      ],
      leftOut: regions.length > 0 || single.length < countries.length,
    };
  }
  const all = countries.includes(world) || regions.includes(world) ? [world] : regions;
  const shares = equalShares(Math.max(1, all.length));
  const elements = all.map((code, index) =>
    element('recipient-region', { vocabulary: '2', code, percentage: shares[index] }),
  );
  const scope = element('activity-scope', { code: all.includes(world) ? '1' : '2' });
  return {
    elements: elements.length === 0 ? [] : [scope, ...elements],
    leftOut: all.length < regions.length + countries.length,
  };
};
