import { rootOf } from '#shared/domain/field-path.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { markerReasonId, type Section, type Template } from '#shared/domain/template.ts';

/** Findings of one section of the form; `section` is null for places that the form does not have. */
export type SectionFindings = { readonly section: Section | null; readonly findings: readonly Finding[] };

/** Findings by section, sections and fields in the order of the form; what it has no place for comes last. */
export const findingsBySection = (
  template: Template,
  findings: readonly Finding[],
): readonly SectionFindings[] => {
  const places = new Map(
    template.sections.flatMap((section, index) =>
      section.fields.flatMap((field, at) => {
        const place = { section, order: index * 1_000 + at };
        const own = [field.id, place] as const;
        return field.kind === 'marker' ? [own, [markerReasonId(field.id), place] as const] : [own];
      }),
    ),
  );
  const orderOf = (finding: Finding) => places.get(rootOf(finding.path))?.order ?? Number.POSITIVE_INFINITY;
  // Stable: within a field the checks keep their own order.
  const sorted = [...findings].sort((a, b) => {
    const [first, second] = [orderOf(a), orderOf(b)];
    return first === second ? 0 : first - second;
  });
  const groups = Map.groupBy(sorted, (finding) => places.get(rootOf(finding.path))?.section ?? null);
  return [...groups].map(([section, here]) => ({ section, findings: here }));
};

/** Findings that are confirmed together: those of one field of the form, in the order in which they came. */
export const findingsByField = (findings: readonly Finding[]): readonly (readonly Finding[])[] => [
  ...Map.groupBy(findings, ({ path }) => rootOf(path)).values(),
];
