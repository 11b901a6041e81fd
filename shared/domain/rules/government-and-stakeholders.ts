import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { foldedName } from '#shared/domain/folded-name.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { numberParam, type Rule, type RuleFinding, textParam } from './rule.ts';

const distinct = (values: FieldMap, list: string, field: string): number =>
  new Set(
    listItems(values, list)
      .map((item) => foldedName(String(values[subPath(list, item, field)] ?? '')))
      .filter((text) => text !== ''),
  ).size;

/**
 * A joint programme engages more than one government entity and a broad range of stakeholders
 * (domain.md, 3; official; how many kinds make a broad range is assumed). An empty list is what its field
 * itself reports. The same name twice is one entity. `params`: `government` and `stakeholders`, the lists;
 * `minGovernment`, 2; `minKinds`, different types of stakeholders, 2.
 */
export const governmentAndStakeholders: Rule = (values, params) => {
  const findings: RuleFinding[] = [];
  const government = textParam(params, 'government');
  const entities = distinct(values, government, 'name');
  const minGovernment = numberParam(params, 'minGovernment', 2);
  if (entities > 0 && entities < minGovernment) {
    const counts = { limit: minGovernment, actual: entities };
    findings.push({ path: government, code: 'few-government-entities', params: counts });
  }
  const stakeholders = textParam(params, 'stakeholders');
  const kinds = distinct(values, stakeholders, 'type');
  const minKinds = numberParam(params, 'minKinds', 2);
  if (kinds > 0 && kinds < minKinds) {
    const counts = { limit: minKinds, actual: kinds };
    findings.push({ path: stakeholders, code: 'few-stakeholder-kinds', params: counts });
  }
  return findings;
};
