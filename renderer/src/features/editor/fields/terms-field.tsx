import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type TermKind, termLists } from '#renderer/term-lists.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import type { ControlProps, FieldOf } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { TermPicker } from './term-picker.tsx';

const none: readonly Term[] = [];

/** Any field whose answer is a code, or a set of codes, of the vocabulary. */
export const TermsField = ({
  field,
  path,
  controlId,
  describedBy,
  tone,
}: ControlProps<FieldOf<TermKind>>) => {
  const { session, vocabulary, isReadOnly } = useEditor();
  const { formatMessage, locale } = useIntl();
  const read = useLocalized();
  const stored = useFieldValue(session, path);
  const { list, isSingle, showsCode, isAlphabetical, groups } = termLists[field.kind];
  const terms = useMemo(() => {
    const inOrder = vocabulary[list];
    if (!isAlphabetical) return inOrder;
    const collator = new Intl.Collator(locale);
    return inOrder.toSorted((a, b) => collator.compare(read(a.name), read(b.name)));
  }, [vocabulary, list, isAlphabetical, locale, read]);
  const chosen = useMemo(() => {
    const codes = typeof stored === 'string' ? [stored] : Array.isArray(stored) ? (stored as string[]) : [];
    const place = new Map(terms.map((term, index) => [term.code, index]));
    return codes
      .filter((code) => code !== '')
      .sort((a, b) => (place.get(a) ?? terms.length) - (place.get(b) ?? terms.length));
  }, [stored, terms]);

  const keep = (codes: readonly string[]) => session.set(path, codes.length === 0 ? undefined : codes);
  return (
    <TermPicker
      terms={terms}
      groups={groups === undefined ? none : vocabulary[groups]}
      chosen={chosen}
      onAdd={(code) => (isSingle ? session.set(path, code) : keep([...chosen, code].sort()))}
      onRemove={(code) =>
        isSingle ? session.set(path, undefined) : keep(chosen.filter((kept) => kept !== code).sort())
      }
      showsCode={showsCode}
      placeholder={formatMessage({
        id: isSingle && chosen.length > 0 ? 'fields.picker.another' : `fields.picker.type.${field.kind}`,
      })}
      controlId={controlId}
      describedBy={describedBy}
      tone={tone}
      isReadOnly={isReadOnly}
    />
  );
};
