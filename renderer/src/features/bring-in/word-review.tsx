import { useId, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { ComboBox } from '#renderer/components/combo-box.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportPreview } from '#shared/import/read-import.ts';
import type { PieceChoices } from '#shared/import/word-draft.ts';
import type { WordPiece } from '#shared/import/word-pieces.ts';
import { AmountQuestion } from './amount-question.tsx';
import { RemarkList } from './remark-list.tsx';
import { leaveOut, piecesIn, place, putBack, replaceOthers, unplacedIn } from './review-draft.ts';
import { useDraftRemarks } from './use-draft-remarks.ts';

type Word = Extract<ImportPreview, { what: 'word' }>;

type WordReviewProps = {
  readonly name: string;
  readonly preview: Word;
  readonly isBusy: boolean;
  /** Reads the file again as another kind. */
  readonly onKind: (kind: DocKind) => void;
  readonly onMake: (choices: PieceChoices, decimal: DecimalSign | null) => void;
};

/** The review of a Word file: each piece with its text and its field, and the form as it fills. */
export const WordReview = ({ name, preview, isBusy, onKind, onMake }: WordReviewProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const headings = useId();
  const { kind, houseKind, pieces, placed, warnings, fields } = preview;
  const [choices, setChoices] = useState<PieceChoices>(preview.choices);
  const [decimal, setDecimal] = useState<DecimalSign | null>(null);
  const remarks = useDraftRemarks(name, preview, choices, decimal);
  const isUnclear = remarks.some(({ code }) => code === 'amount-unclear');
  const labels = fields.map(({ label }) => read(label));
  const options = fields.map(({ id, label, section }) => ({
    value: id,
    // Typing finds a field by its own name; the section tells two of one name apart.
    label:
      labels.filter((other) => other === read(label)).length > 1
        ? `${read(label)} · ${read(section)}`
        : read(label),
  }));
  const nameOf = ({ from, heading, isTitle }: WordPiece): string => {
    if (from === 'comment') return intl.formatMessage({ id: 'bring-in.word.from.comment' }, { who: heading });
    if (from !== 'body')
      return intl.formatMessage(
        { id: `bring-in.word.from.${from}` },
        { heading, has: String(heading !== '') },
      );
    if (isTitle) return intl.formatMessage({ id: 'bring-in.word.title' });
    return heading === '' ? intl.formatMessage({ id: 'bring-in.word.from.body' }) : heading;
  };
  const unplaced = unplacedIn(pieces, choices);
  // What has no place yet is what the person is here for.
  const ordered = [...unplaced, ...pieces.filter((piece) => !unplaced.includes(piece))];
  const [order] = useState(() => ordered.map(({ id }) => id));
  const shown = order.flatMap((id) => pieces.filter((piece) => piece.id === id));
  return (
    <div className="bring-in-word">
      <div className="bring-in-bar">
        <p role="status">
          <FormattedMessage id="bring-in.word.unplaced" values={{ count: unplaced.length }} />
        </p>
        <Button
          variant="primary"
          isBusy={isBusy}
          busyLabel={intl.formatMessage({ id: 'bring-in.making' })}
          onPress={() => onMake(choices, decimal)}
        >
          <FormattedMessage id="bring-in.word.make" />
        </Button>
      </div>
      <p className="bring-in-help">
        <FormattedMessage id="bring-in.word.intro" />
      </p>
      {houseKind !== null && houseKind !== kind && (
        <Note tone="warning">
          <FormattedMessage
            id="bring-in.word.other-form"
            values={{ form: intl.formatMessage({ id: `kind.${houseKind}` }) }}
          />{' '}
          <Button variant="secondary" onPress={() => onKind(houseKind)}>
            <FormattedMessage
              id="bring-in.word.other-form.take"
              values={{ form: intl.formatMessage({ id: `kind.${houseKind}` }) }}
            />
          </Button>
        </Note>
      )}
      {(isUnclear || decimal !== null) && <AmountQuestion decimal={decimal} onAnswer={setDecimal} />}
      {warnings.length + remarks.length > 0 && (
        <Note tone="warning">
          <RemarkList warnings={[...warnings, ...remarks]} />
        </Note>
      )}
      <div className="bring-in-columns">
        <section aria-labelledby={`${headings}-pieces`}>
          <h2 id={`${headings}-pieces`}>
            <FormattedMessage id="bring-in.word.pieces" />
          </h2>
          <ol className="bring-in-pieces">
            {shown.map((piece) => {
              const choice = choices[piece.id];
              const placement = placed.get(piece.id);
              const isOut = choice?.do === 'leave-out';
              const field = choice?.do === 'place' ? choice.field : '';
              const isProposed = !piece.isTitle && placement !== undefined && placement.field === field;
              const hasOthers = field !== '' && piecesIn(pieces, choices, field).length > 1;
              return (
                <li key={piece.id} data-out={isOut || undefined} data-placed={field !== '' || undefined}>
                  <h3 dir="auto">{nameOf(piece)}</h3>
                  <p className="bring-in-text" dir="auto">
                    {piece.text}
                  </p>
                  {isOut ? (
                    <div className="bring-in-bar">
                      <p>
                        <FormattedMessage
                          id={
                            piece.from === 'deleted'
                              ? 'bring-in.word.left-out-deleted'
                              : 'bring-in.word.left-out'
                          }
                        />
                      </p>
                      <Button variant="secondary" onPress={() => setChoices(putBack(choices, piece.id))}>
                        <FormattedMessage id="bring-in.word.put-back" />
                      </Button>
                    </div>
                  ) : (
                    <div className="bring-in-choice">
                      <ComboBox
                        label={<FormattedMessage id="bring-in.word.field" />}
                        value={field}
                        options={options}
                        onChange={(id) => setChoices(place(choices, piece.id, id))}
                      />
                      <Button variant="quiet" onPress={() => setChoices(leaveOut(choices, piece.id))}>
                        <FormattedMessage id="bring-in.word.leave-out" />
                      </Button>
                      {isProposed && (
                        <small>
                          <FormattedMessage id={`bring-in.word.by.${placement.by}`} />
                        </small>
                      )}
                      {hasOthers && (
                        <Checkbox
                          isSelected={choice?.do === 'place' && choice.how === 'replace'}
                          onChange={(replaces) => setChoices(replaceOthers(choices, piece.id, replaces))}
                        >
                          <FormattedMessage id="bring-in.word.replace" />
                        </Checkbox>
                      )}
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
        </section>
        <section aria-labelledby={`${headings}-form`}>
          <h2 id={`${headings}-form`}>
            <FormattedMessage id="bring-in.word.form" />
          </h2>
          <dl className="bring-in-form">
            {fields.map(({ id, label }) => {
              const here = piecesIn(pieces, choices, id);
              return (
                <div key={id}>
                  <dt>{read(label)}</dt>
                  <dd dir="auto">
                    {here.length === 0 ? (
                      <FormattedMessage id="bring-in.word.empty-field" />
                    ) : (
                      here.map(nameOf).join(' + ')
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      </div>
    </div>
  );
};
