import { subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import { listItems } from '#shared/domain/list-items.ts';
import { typedText } from '../text.ts';
import { element, type XmlElement } from '../xml-element.ts';
import { monthsAfter } from './budget-periods.ts';

/**
 * Outcomes (type 2) and outputs (type 1) with their indicators. Baselines and targets are sentences here, so every
 * indicator is of measure 5 (qualitative), for which IATI takes comments and no values.
 */
export const resultElements = (
  values: FieldMap,
  start: string,
  months: number,
  narrative: (text: string) => XmlElement,
): { readonly elements: readonly XmlElement[]; readonly leftOut: boolean } => {
  const text = (path: string): string => typedText(values[path]);
  const comment = (of: string) => (of === '' ? [] : [element('comment', {}, [narrative(of)])]);
  const indicators = (list: string): readonly XmlElement[] =>
    listItems(values, list).flatMap((item) => {
      const part = (id: string) => text(subPath(list, item, id));
      const [name, baseline, target, verification] = [
        part('name'),
        part('baseline'),
        part('target'),
        part('verification'),
      ];
      if (name === '') return [];
      return [
        element('indicator', { measure: '5' }, [
          element('title', {}, [narrative(name)]),
          ...(verification === '' ? [] : [element('description', {}, [narrative(verification)])]),
          ...(baseline === ''
            ? []
            : [element('baseline', { year: start.slice(0, 4), 'iso-date': start }, comment(baseline))]),
          ...(target === ''
            ? []
            : [
                element('period', {}, [
                  element('period-start', { 'iso-date': start }),
                  element('period-end', { 'iso-date': monthsAfter(start, months).lastDay }),
                  element('target', {}, comment(target)),
                ]),
              ]),
        ]),
      ];
    });
  let leftOut = false;
  const result = (type: string, path: string): readonly XmlElement[] => {
    const [statement, measured] = [text(`${path}/statement`), indicators(`${path}/indicators`)];
    if (statement === '' || measured.length === 0) {
      leftOut ||= statement !== '' || measured.length > 0;
      return [];
    }
    return [element('result', { type }, [element('title', {}, [narrative(statement)]), ...measured])];
  };
  const elements = listItems(values, 'outcomes').flatMap((outcome) => {
    const path = `outcomes/${outcome}`;
    const outputs = listItems(values, `${path}/outputs`);
    return [...result('2', path), ...outputs.flatMap((output) => result('1', `${path}/outputs/${output}`))];
  });
  return { elements, leftOut };
};
