import { foldedName } from '#shared/domain/folded-name.ts';

/**
 * Identifiers of organizations as IATI publishers use them: "XM-DAC-" and the channel code of the OECD Development
 * Assistance Committee. Source: the list of channels of delivery of the OECD DAC CRS; only those of the Network that
 * are certain stand here, by acronym (in all the languages that differ) and name.
 */
const refs: Readonly<Record<string, readonly string[]>> = {
  'XM-DAC-47066': ['IOM', 'OIM', 'МОМ', 'International Organization for Migration'],
  'XM-DAC-41302': ['ILO', 'OIT', 'МОТ', 'International Labour Organization'],
  'XM-DAC-41114': ['UNDP', 'PNUD', 'ПРООН', 'United Nations Development Programme'],
  'XM-DAC-41122': ['UNICEF', 'ЮНИСЕФ', "United Nations Children's Fund"],
  'XM-DAC-41121': ['UNHCR', 'ACNUR', 'УВКБ'],
  'XM-DAC-41119': ['UNFPA', 'ЮНФПА', 'United Nations Population Fund'],
  'XM-DAC-41146': ['UN Women', 'ONU Mujeres', 'ONU Femmes', 'ООН-женщины', 'UN-Women'],
  'XM-DAC-41128': ['UNODC', 'ONUDC', 'УНП ООН'],
  'XM-DAC-41140': ['WFP', 'PMA', 'PAM', 'ВПП', 'World Food Programme'],
  'XM-DAC-41301': ['FAO', 'ФАО'],
  'XM-DAC-41304': ['UNESCO', 'ЮНЕСКО'],
  'XM-DAC-41120': ['UN-Habitat', 'ONU-Hábitat', 'ООН-Хабитат'],
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(refs).flatMap(([ref, names]) => names.map((name) => [foldedName(name), ref] as const)),
);

/** The identifier of an organization by one of its names; undefined where it is not known. */
export const organizationRef = (...names: readonly string[]): string | undefined =>
  names.map((name) => byName.get(foldedName(name))).find((ref) => ref !== undefined);
