import { type RefObject, useEffect, useState } from 'react';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { rootOf } from '#shared/domain/field-path.ts';
import type { Template } from '#shared/domain/template.ts';

/** A section is being read once its head has come up past this part of the height. */
const readingLine = 0.35;

/** The section that is being read, and the field that has the cursor. */
export const useCurrentPlace = (
  sheet: RefObject<HTMLElement | null>,
  template: Template,
): { readonly section: string; readonly field: FieldPath | null } => {
  const [section, setSection] = useState(template.sections[0]?.id ?? '');
  const [field, setField] = useState<FieldPath | null>(null);

  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const onScroll = () => {
      const view = element.getBoundingClientRect();
      const cursor = element.contains(document.activeElement) ? document.activeElement : null;
      const at = cursor?.getBoundingClientRect();
      // While the cursor can be seen, it says where the person is.
      if (at !== undefined && at.bottom > view.top && at.top < view.bottom) return;
      const top = view.top + element.clientHeight * readingLine;
      const heads = [...element.querySelectorAll<HTMLElement>('[data-section]')];
      const above = heads.filter((head) => head.getBoundingClientRect().top <= top);
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
      const isAtStart = element.scrollTop === 0;
      const current = isAtStart ? heads[0] : isAtEnd ? heads.at(-1) : above.at(-1);
      if (current?.dataset.section !== undefined) setSection(current.dataset.section);
    };
    const onFocus = (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      const place = target.closest<HTMLElement>('[data-path]');
      setField(place?.dataset.path === undefined ? null : rootOf(place.dataset.path));
      const around = target.closest<HTMLElement>('[data-section]')?.dataset.section;
      if (around !== undefined) setSection(around);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('focusin', onFocus);
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('focusin', onFocus);
    };
  }, [sheet]);

  return { section, field };
};
