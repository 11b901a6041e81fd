import type { FieldPath } from '#shared/domain/field-path.ts';

/** What stands before the place to write in: the tools of an item, and the terms chosen before with what takes each out. */
const focusable =
  ':is(input:not([type="hidden"]):not([disabled]), textarea, button:not([disabled]), [tabindex="0"], [contenteditable="true"], [data-cell]):not(:is(.item-tools, .picker-rows) *)';
/** Where the cursor goes first in a field that has more than one control. */
const home = '[data-home]';

/** Some words of a text, in UTF-16 units. */
export type TextSpan = { readonly start: number; readonly length: number };

/**
 * Brings the field at a path, or the nearest one above it, into view and puts the cursor there; where the
 * words are known, they are selected.
 */
export const focusField = (form: HTMLElement, path: FieldPath, span?: TextSpan): void => {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const place = form.querySelector<HTMLElement>(`[data-path="${parts.slice(0, length).join('/')}"]`);
    if (place === null) continue;
    // The middle of a field that is longer than the view shows neither its name nor where the cursor is.
    place.scrollIntoView({ block: place.offsetHeight > form.clientHeight ? 'start' : 'center' });
    const control = place.querySelector<HTMLElement>('[data-control]') ?? place;
    const target = control.matches(focusable)
      ? control
      : (control.querySelector<HTMLElement>(home) ?? control.querySelector<HTMLElement>(focusable));
    target?.focus({ preventScroll: true });
    if (span !== undefined && (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) {
      target.setSelectionRange(span.start, span.start + span.length);
    }
    return;
  }
};
