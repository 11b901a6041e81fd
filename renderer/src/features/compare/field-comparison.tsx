import '#renderer/components/long-text.css';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession, FieldConflict } from '#renderer/commands/document-session.ts';
import { type PlaceChoice, textComparison } from '#renderer/commands/text-comparison.ts';
import { Button } from '#renderer/components/button.tsx';
import { VersionSides } from '#renderer/components/version-sides.tsx';
import { WordMarks } from '#renderer/components/word-marks.tsx';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { valueText } from '#renderer/value-text.ts';
import { fieldAt } from '#shared/domain/template-paths.ts';

type FieldComparisonProps = { readonly session: DocumentSession; readonly conflict: FieldConflict };

const choicesByKey: Readonly<Record<string, PlaceChoice>> = {
  Digit1: 'mine',
  Digit2: 'theirs',
  Digit3: 'both',
};
const labels = {
  mine: 'compare.takeMine',
  theirs: 'compare.takeTheirs',
  handed: 'compare.takeHanded',
  both: 'compare.both',
} as const;

/** Both versions of one field, and what the person makes of them. */
export const FieldComparison = ({ session, conflict }: FieldComparisonProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const vocabulary = useVocabulary();
  const resultId = useId();
  const room = useRef<HTMLDivElement>(null);
  const compared = useMemo(() => textComparison(conflict), [conflict]);
  const [choices, setChoices] = useState<ReadonlyMap<number, PlaceChoice>>(new Map());
  const [place, setPlace] = useState(0);
  const seen = useRef(place);
  /** null: the result is what the choices make of it; else what the person wrote. */
  const [written, setWritten] = useState<string | null>(null);
  const places = compared?.comparison.places ?? 0;
  const open = places - choices.size;
  const text = written ?? compared?.result(choices) ?? '';

  useEffect(() => {
    const choose = (choice: PlaceChoice) => {
      if (places === 0) return;
      setWritten(null);
      setChoices((before) => new Map(before).set(place, choice));
      setPlace((at) => Math.min(places - 1, at + 1));
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F7') {
        event.preventDefault();
        setPlace((at) => (places === 0 ? 0 : (at + (event.shiftKey ? places - 1 : 1)) % places));
        return;
      }
      const choice = event.altKey && !event.ctrlKey && !event.metaKey ? choicesByKey[event.code] : undefined;
      if (choice === undefined) return;
      event.preventDefault();
      choose(choice);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [place, places]);

  useEffect(() => {
    // Not before the person goes there: first come the texts.
    if (place === seen.current) return;
    seen.current = place;
    room.current?.querySelector(`[data-place="${place}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  const meaning = fieldAt(session.template, conflict.path);
  const shown = (side: 'mine' | 'theirs') => {
    if (compared !== null) return <WordMarks marks={compared[side]} />;
    const words =
      meaning === undefined ? '' : valueText(meaning.field, conflict[side], { intl, vocabulary, read });
    return words === '' ? <FormattedMessage id="compare.empty" /> : words;
  };
  const whose = <Side extends PlaceChoice>(side: Side) =>
    side === 'theirs' && conflict.isHanded ? ('handed' as const) : side;
  const sideOf = (side: 'mine' | 'theirs') => ({
    key: side,
    who: <FormattedMessage id={`compare.${whose(side)}`} />,
    text: shown(side),
    act: (
      <Button variant="secondary" onPress={() => session.settle(conflict.path, side)}>
        <FormattedMessage id={`compare.all.${whose(side)}`} />
      </Button>
    ),
  });
  return (
    <div className="compare-field" ref={room}>
      <VersionSides sides={[sideOf('mine'), sideOf('theirs')]} />
      {compared !== null && (
        <section className="compare-result">
          <h3 id={resultId}>
            <FormattedMessage id="compare.result" />
          </h3>
          <p className="compare-help">
            <FormattedMessage id="compare.resultHelp" /> <FormattedMessage id="compare.keys" />
          </p>
          <p className="compare-open" role="status">
            <FormattedMessage id="compare.open" values={{ count: open }} />
          </p>
          <ol className="compare-places">
            {compared.comparison.parts
              .filter((part) => !part.isSettled)
              .map((part, index) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: the places of one comparison never change their order.
                  key={index}
                  data-place={index}
                  data-current={index === place || undefined}
                >
                  <p className="compare-help">
                    <FormattedMessage id="compare.choice" values={{ index: index + 1 }} />
                  </p>
                  <div className="compare-choices">
                    {(['mine', 'theirs', 'both'] as const).map((choice) => (
                      <Button
                        key={choice}
                        variant={choices.get(index) === choice ? 'primary' : 'secondary'}
                        onPress={() => {
                          setWritten(null);
                          setPlace(index);
                          setChoices((before) => new Map(before).set(index, choice));
                        }}
                      >
                        <FormattedMessage id={labels[whose(choice)]} />
                        {!part.isSettled && choice !== 'both' && (
                          <bdi className="doc-text compare-piece">{part[choice] || '–'}</bdi>
                        )}
                      </Button>
                    ))}
                  </div>
                </li>
              ))}
          </ol>
          <textarea
            className="control long-text"
            rows={8}
            dir="auto"
            aria-labelledby={resultId}
            value={text}
            onChange={(event) => setWritten(event.target.value)}
          />
          <p>
            <Button
              variant="primary"
              size="large"
              disabledReason={
                open > 0 && written === null
                  ? intl.formatMessage({ id: 'compare.open' }, { count: open })
                  : undefined
              }
              onPress={() => session.settle(conflict.path, { value: text })}
            >
              <FormattedMessage id="compare.keep" />
            </Button>
          </p>
        </section>
      )}
    </div>
  );
};
