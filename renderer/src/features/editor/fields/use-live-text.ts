import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import { maxTextBytes } from '#shared/domain/field-value.ts';
import { useEditor } from '../editor-context.ts';
import { cleanText, fitsAfterInsert, fitsField } from './clean-text.ts';
import { onOneLine, pastedLine, pastedText } from './pasted-text.ts';
import { textOfMarkup } from './text-of-markup.ts';
import { useTextLanguage } from './use-text-language.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Whether a text may have breaks. One without them wraps like any other where its control is a textarea. */
type TextShape = 'line' | 'lines';

const breaks: readonly string[] = ['insertLineBreak', 'insertParagraph'];

/** The words of markup whose lists, tables and deletions its plain text does not show; null: take the plain text. */
const readMarkup = (html: string): string | null => {
  if (html.length > 8 * maxTextBytes || !/<(?:li|td|th|del)\b/i.test(html)) return null;
  return textOfMarkup(new DOMParser().parseFromString(html, 'text/html').body);
};

/** What a text control needs to be live without ever being rewritten under the cursor. */
export type LiveText<E extends TextElement> = {
  readonly ref: RefObject<E | null>;
  /** Of the document's text, for the spelling; undefined: that of the screens. */
  readonly lang: string | undefined;
  readonly defaultValue: string;
  readonly onInput: () => void;
  readonly onBlur: () => void;
  /** True after an insertion that the field cannot hold; what was there is untouched. */
  readonly isRefused: boolean;
};

/**
 * The browser owns the characters, so that input methods work; the session hears of every one. A value
 * from outside comes in only while the person is elsewhere.
 */
export const useLiveText = <E extends TextElement>(path: FieldPath, shape: TextShape): LiveText<E> => {
  const { session, whenReleased } = useEditor();
  const lang = useTextLanguage(session);
  const stored = useFieldValue(session, path);
  const text = typeof stored === 'string' ? stored : '';
  const ref = useRef<E>(null);
  const [isRefused, setRefused] = useState(false);
  /** What stands in the control; older than `text` while the cursor rests in it. */
  const shown = useRef(text);

  useEffect(() => {
    const element = ref.current;
    if (element === null || document.activeElement === element) return;
    shown.current = text;
    if (element.value !== text) element.value = text;
  }, [text]);

  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const refuse = (event: InputEvent) => {
      if (shape === 'line' && breaks.includes(event.inputType)) {
        event.preventDefault();
        return;
      }
      const inserted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
      const selection = [element.selectionStart ?? 0, element.selectionEnd ?? 0] as const;
      const fits = inserted === '' || fitsAfterInsert(element.value, selection, inserted);
      setRefused(!fits);
      if (!fits) event.preventDefault();
    };
    // React has no event for this moment, the last at which an insertion can be declined.
    element.addEventListener('beforeinput', refuse as EventListener);
    const tidy = (event: ClipboardEvent) => {
      const given = event.clipboardData?.getData('text/plain') ?? '';
      if (element.readOnly || given.length > maxTextBytes) return;
      const markup = readMarkup(event.clipboardData?.getData('text/html') ?? '');
      const text = (shape === 'lines' ? pastedText : pastedLine)(markup ?? given);
      if (text === given) return;
      event.preventDefault();
      // The one way of inserting that the browser's own undo knows of.
      document.execCommand('insertText', false, text);
    };
    element.addEventListener('paste', tidy as EventListener);
    return () => {
      element.removeEventListener('beforeinput', refuse as EventListener);
      element.removeEventListener('paste', tidy as EventListener);
    };
  }, [shape]);

  const onInput = () => {
    const element = ref.current;
    if (element === null) return;
    // Lines that were dropped on it; what is pasted has none any more.
    const typed = cleanText(shape === 'line' ? onOneLine(element.value) : element.value);
    if (!fitsField(typed)) {
      // Some ways of inserting cannot be declined beforehand: put back what the session has.
      element.value = text;
      setRefused(true);
      return;
    }
    session.set(path, typed === '' ? undefined : typed, { value: shown.current || undefined });
    shown.current = typed;
  };

  const onBlur = () => {
    const element = ref.current;
    // The line that goes away must not move what took the focus.
    if (isRefused) whenReleased(() => setRefused(false));
    shown.current = text;
    if (element !== null && element.value !== text) element.value = text;
  };

  return { ref, lang, defaultValue: text, onInput, onBlur, isRefused };
};
