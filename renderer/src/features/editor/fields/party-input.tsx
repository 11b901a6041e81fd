import './term-picker.css';
import { type ComponentProps, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useFieldValue } from '#renderer/hooks/use-document.ts';
import { useKnownParties } from '#renderer/hooks/use-known-parties.ts';
import type { FieldPath } from '#shared/domain/field-path.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { type Party, type PartySlot, partyValues } from '#shared/domain/known-parties.ts';
import { useEditor } from '../editor-context.ts';
import { bringIntoView } from './bring-into-view.ts';
import { MatchWords } from './match-words.tsx';
import { partyHint, partySuggestions } from './party-suggestions.ts';
import { TooLarge } from './too-large.tsx';
import { useLiveText } from './use-live-text.ts';

type PartyInputProps = Omit<ComponentProps<'input'>, 'slot'> & {
  readonly path: FieldPath;
  readonly slot: PartySlot;
  readonly item: ItemId | null;
};

/**
 * The name of an organization or a person: any text, with those offered that were written in this space
 * before. Arrows and Enter take one over with what is known of it; whoever goes on typing is left alone.
 */
export const PartyInput = ({ path, slot, item, ...control }: PartyInputProps) => {
  const { session } = useEditor();
  const { isRefused, ...live } = useLiveText<HTMLInputElement>(path, 'line');
  const { formatMessage, locale } = useIntl();
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const stored = useFieldValue(session, path);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const parties = useKnownParties(isOpen, locale.slice(0, 2));
  const typed = typeof stored === 'string' ? stored : '';
  const matches = useMemo(
    () => (isOpen ? partySuggestions(parties, slot.kind, typed) : []),
    [isOpen, parties, slot.kind, typed],
  );
  const current = Math.min(active, matches.length - 1);
  const isShown = isOpen && matches.length > 0;

  useEffect(() => {
    if (isShown && list.current !== null && live.ref.current !== null)
      bringIntoView(list.current, live.ref.current);
  }, [isShown, live.ref]);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (party: Party) => {
    session.setAll(partyValues(slot, item, party, session.getSnapshot().values));
    const element = live.ref.current;
    if (element !== null) {
      element.value = party.name;
      live.onInput();
    }
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || !isShown) return;
    const match = matches[current];
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, matches.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, -1));
    else if (event.key === 'Enter' && match !== undefined) take(match.party);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="party">
        <input
          {...control}
          {...live}
          className="control"
          type="text"
          role="combobox"
          data-free
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-activedescendant={isShown && current >= 0 ? `${listId}${current}` : undefined}
          onInput={() => {
            live.onInput();
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            live.onBlur();
            close();
          }}
        />
        <div
          className="picker-list"
          id={listId}
          role="listbox"
          ref={list}
          aria-label={formatMessage({ id: 'parties.list' })}
          hidden={!isShown}
        >
          {matches.map((match, index) => (
            // The keyboard stays in the line; a row answers the pointer before the line loses the focus.
            <div
              className="picker-option"
              id={`${listId}${index}`}
              key={`${match.party.kind} ${match.party.name}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              onPointerDown={(event) => {
                event.preventDefault();
                take(match.party);
              }}
            >
              <MatchWords match={match} home={partyHint(match.party)} dir="auto" />
            </div>
          ))}
        </div>
      </div>
      {isRefused && <TooLarge />}
    </>
  );
};
