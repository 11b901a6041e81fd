import './term-picker.css';
import { CornerDownLeft, Plus, Search, X } from 'lucide-react';
import {
  Fragment,
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { Term } from '#shared/domain/vocabulary.ts';
import { answerGroups } from './answer-groups.ts';
import { bringIntoView } from './bring-into-view.ts';
import { MatchWords } from './match-words.tsx';
import { type PickerAnswer, pickerAnswers } from './picker-answers.ts';

/** As many as its list shows at once, or nearly so. */
const pageOptions = 8;

type TermPickerProps = {
  readonly terms: readonly Term[];
  /** What the terms belong to: headings of the list, and named beside what a query finds. */
  readonly groups: readonly Term[];
  /** Codes, in the order in which they are shown. */
  readonly chosen: readonly string[];
  readonly onAdd: (code: string) => void;
  readonly onRemove: (code: string) => void;
  /** Whether the code says something to people and stands in a box before the name. */
  readonly showsCode: boolean;
  readonly placeholder: string;
  readonly controlId: string;
  readonly describedBy: string | undefined;
  readonly tone: 'error' | 'warning' | undefined;
  readonly isReadOnly: boolean;
};

/**
 * Chosen terms one to a row, and below them a line to type in: a number or a word finds, Enter adds
 * the one under the bar, Backspace in the empty line removes the last.
 */
export const TermPicker = ({
  terms,
  groups,
  chosen,
  onAdd,
  onRemove,
  showsCode,
  placeholder,
  controlId,
  describedBy,
  tone,
  isReadOnly,
}: TermPickerProps) => {
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const typed = useDeferredValue(query);
  // A form has a dozen lists of up to two hundred terms; none is looked through until it opens.
  const answers = useMemo(
    () => (isOpen ? pickerAnswers(terms, chosen, typed, read) : []),
    [isOpen, terms, chosen, typed, read],
  );
  const isAsked = typed.trim() !== '';
  const inGroups = useMemo(() => answerGroups(answers, isAsked ? [] : groups), [answers, isAsked, groups]);
  const matches = useMemo(() => inGroups.flatMap((group) => group.answers), [inGroups]);
  const current = Math.min(active, matches.length - 1);

  useEffect(() => {
    if (isOpen && list.current !== null && input.current !== null) bringIntoView(list.current, input.current);
  }, [isOpen]);

  useEffect(() => {
    if (isOpen)
      list.current?.querySelectorAll('[role="option"]')[current]?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, current]);

  const add = (code: string) => {
    onAdd(code);
    setQuery('');
    setActive(0);
    setOpen(false);
  };
  const go = (by: number) => setActive(Math.max(Math.min(current + by, matches.length - 1), 0));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        if (isOpen) go(1);
        else setActive(0);
        setOpen(true);
        break;
      case 'ArrowUp':
        event.preventDefault();
        go(-1);
        break;
      case 'PageDown':
      case 'PageUp':
        // A closed list leaves them to the form.
        if (!isOpen) break;
        event.preventDefault();
        go(event.key === 'PageDown' ? pageOptions : -pageOptions);
        break;
      case 'Enter': {
        event.preventDefault();
        // What is typed counts, also when the list still shows the answer to the letter before.
        const match = typed === query ? matches[current] : pickerAnswers(terms, chosen, query, read)[0];
        if (isOpen && match?.isTaken === false) add(match.term.code);
        break;
      }
      case 'Escape':
        if (isOpen) event.stopPropagation();
        setOpen(false);
        break;
      case 'Backspace': {
        const code = chosen.at(-1);
        if (query === '' && code !== undefined) onRemove(code);
        break;
      }
    }
  };

  const option = (match: PickerAnswer, index: number) => {
    const home = isAsked ? groups.find(({ code }) => code === match.term.group) : undefined;
    return (
      // The keyboard stays in the line; a row answers the pointer before the line loses the focus.
      <div
        className="picker-option"
        id={`${listId}${index}`}
        key={match.term.code}
        role="option"
        tabIndex={-1}
        aria-selected={index === current}
        aria-disabled={match.isTaken}
        onPointerDown={(event) => {
          event.preventDefault();
          if (!match.isTaken) add(match.term.code);
        }}
      >
        {showsCode && <span className="picker-code">{match.term.code}</span>}
        <MatchWords match={match} home={home === undefined ? '' : read(home.short ?? home.name)} />
        {match.isTaken ? (
          <span className="picker-taken">
            <FormattedMessage id="fields.picker.taken" />
          </span>
        ) : (
          index === current && <Icon of={CornerDownLeft} size="small" mirrors />
        )}
      </div>
    );
  };

  const rows = chosen.map((code) => terms.find((term) => term.code === code) ?? { code, name: { en: code } });
  return (
    <div className="picker" data-tone={tone} data-readonly={isReadOnly || undefined}>
      <ul className="picker-rows">
        {rows.map((term) => {
          const name = read(term.name);
          const short = 'short' in term && term.short !== undefined ? read(term.short) : null;
          return (
            <li className="picker-row" key={term.code} title={name}>
              {showsCode && <span className="picker-code">{term.code}</span>}
              <strong className={short === null ? 'picker-name' : undefined}>{short ?? name}</strong>
              {short !== null && <span className="picker-full one-line">{name}</span>}
              {!isReadOnly && (
                <IconButton
                  label={formatMessage({ id: 'fields.picker.remove' }, { name: short ?? name })}
                  icon={X}
                  onPress={() => {
                    onRemove(term.code);
                    input.current?.focus();
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      {isReadOnly ? (
        rows.length === 0 && (
          <p className="picker-none">
            <FormattedMessage id="fields.picker.none" />
          </p>
        )
      ) : (
        <div className="picker-line">
          <Icon of={isOpen ? Search : Plus} size="small" />
          <input
            ref={input}
            className="picker-input"
            id={controlId}
            role="combobox"
            type="text"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={isOpen && matches.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && matches.length > 0 ? `${listId}${current}` : undefined}
            aria-describedby={describedBy}
            aria-invalid={tone === 'error'}
            placeholder={placeholder}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setOpen(false);
              setQuery('');
            }}
          />
        </div>
      )}
      <div
        className="picker-list"
        id={listId}
        role="listbox"
        aria-label={formatMessage({ id: 'fields.picker.list' })}
        ref={list}
        hidden={!isOpen || matches.length === 0}
      >
        {isOpen &&
          inGroups.map(({ head, at, answers: own }) => {
            const options = own.map((match, index) => option(match, at + index));
            if (head === null) return <Fragment key={at}>{options}</Fragment>;
            return (
              // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
              <div
                className="picker-group"
                role="group"
                aria-labelledby={`${listId}g${head.code}`}
                key={head.code}
              >
                <div className="picker-head" id={`${listId}g${head.code}`} role="presentation">
                  {read(head.name)}
                </div>
                {options}
              </div>
            );
          })}
      </div>
      <p className="picker-list picker-none" role="status" hidden={!isOpen || matches.length > 0}>
        {isOpen && matches.length === 0 && <FormattedMessage id="fields.picker.noMatch" values={{ query }} />}
      </p>
    </div>
  );
};
