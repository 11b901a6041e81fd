import { useDeferredValue } from 'react';
import { FormattedMessage } from 'react-intl';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { Limit } from '#shared/domain/template.ts';
import { counterOf } from './counter.ts';
import { useEditor } from './editor-context.ts';

type FieldCounterProps = {
  readonly id: string;
  readonly path: FieldPath;
  readonly limits: readonly Limit[];
  readonly kind: 'shortText' | 'longText';
};

/** "547 of 300–3,000 characters"; a one-line field counts only when its limit is near. */
export const FieldCounter = ({ id, path, limits, kind }: FieldCounterProps) => {
  const { session } = useEditor();
  const value = useFieldValue(session, path);
  // Counting the words of a long text must not hold up the keys.
  const text = useDeferredValue(typeof value === 'string' ? value : '');
  const counter = counterOf(text, limits, session.recall);
  if (counter === null || (kind === 'shortText' && counter.state === 'fine')) return null;
  const { count, min, max, unit, state } = counter;
  const range = min !== null && max !== null ? 'range' : max !== null ? 'most' : 'least';
  return (
    <span className="field-counter" id={id} data-state={state}>
      <FormattedMessage
        id={`editor.counter.${range}.${unit}`}
        values={{ count, min: min ?? 0, max: max ?? 0 }}
      />
    </span>
  );
};
