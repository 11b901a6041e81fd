import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { DocumentDraft } from '#shared/import/import-result.ts';
import type { DecimalSign } from '#shared/import/read-amount.ts';
import type { ImportDraft, ImportPreview } from '#shared/import/read-import.ts';
import { AmountQuestion } from './amount-question.tsx';
import { RemarkList } from './remark-list.tsx';

type Drafts = Extract<ImportPreview, { what: 'drafts' }>;

const pageSize = 200;

const isBroken = ({ draft }: ImportDraft): boolean =>
  draft.warnings.some(({ code }) => code === 'broken-quote');

type DraftsReviewProps = {
  readonly preview: Drafts;
  /** How amounts are written, where the person was asked; null where they were not, or did not say. */
  readonly decimal: DecimalSign | null;
  readonly onDecimal: (decimal: DecimalSign) => void;
  readonly isBusy: boolean;
  readonly onMake: (drafts: readonly ImportDraft[]) => void;
};

const titleOf = ({ fields }: DocumentDraft): string =>
  typeof fields.title === 'string' ? fields.title.trim() : '';

/** How a file was read in which letters may have come out wrong. */
const doubtfulEncodings: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  'damaged-utf-8': 'UTF-8',
};

/** The documents of a table or of records: which of them to bring in, and what was odd in each. */
export const DraftsReview = ({ preview, decimal, onDecimal, isBusy, onMake }: DraftsReviewProps) => {
  const intl = useIntl();
  const read = useLocalized();
  const { from, drafts, passed, refused, own, missing, encoding } = preview;
  const doubtful = doubtfulEncodings[encoding];
  const [left, setLeft] = useState<ReadonlySet<number>>(
    () => new Set(drafts.filter(isBroken).map(({ place }) => place)),
  );
  const [shown, setShown] = useState(pageSize);
  const isUnclear = drafts.some(({ draft }) => draft.warnings.some(({ code }) => code === 'amount-unclear'));
  const chosen = drafts.filter(({ place }) => !left.has(place));
  const choose = (place: number, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(place);
    else next.add(place);
    setLeft(next);
  };
  return (
    <div className="bring-in-drafts">
      {missing.length > 0 && (
        <Note tone="warning">
          <FormattedMessage
            id="bring-in.missing"
            values={{ fields: intl.formatList(missing.map(read), { type: 'conjunction' }) }}
          />
        </Note>
      )}
      {own.length > 0 && (
        <p className="bring-in-help">
          <FormattedMessage
            id="bring-in.register"
            values={{ columns: intl.formatList(own, { type: 'unit' }) }}
          />
        </p>
      )}
      {refused.length > 0 && (
        <Note tone="warning">
          <FormattedMessage id="bring-in.refused" values={{ count: refused.length }} />
          <ul className="bring-in-remarks">
            {refused.map(({ place, error, text }) => (
              <li key={place}>
                <strong>
                  <FormattedMessage id={`bring-in.row.${from}`} values={{ place }} />
                </strong>{' '}
                <FormattedMessage id={`bring-in.error.${error.code}`} values={error.params} />{' '}
                <q dir="auto">{text}</q>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {(isUnclear || decimal !== null) && <AmountQuestion decimal={decimal} onAnswer={onDecimal} />}
      {doubtful !== undefined && (
        <Note tone="warning">
          <FormattedMessage id="bring-in.encoding" values={{ encoding: doubtful }} />
        </Note>
      )}
      <div className="bring-in-bar">
        <p>
          <FormattedMessage id="bring-in.rows" values={{ count: drafts.length }} />
        </p>
        <Button variant="quiet" onPress={() => setLeft(new Set())}>
          <FormattedMessage id="bring-in.all" />
        </Button>
        <Button variant="quiet" onPress={() => setLeft(new Set(drafts.map(({ place }) => place)))}>
          <FormattedMessage id="bring-in.none" />
        </Button>
        <Button
          variant="primary"
          isBusy={isBusy}
          busyLabel={intl.formatMessage({ id: 'bring-in.making' })}
          disabledReason={chosen.length === 0 ? intl.formatMessage({ id: 'bring-in.make.none' }) : undefined}
          onPress={() => onMake(chosen)}
        >
          <FormattedMessage id="bring-in.make" values={{ count: chosen.length }} />
        </Button>
      </div>
      <ul className="bring-in-rows">
        {drafts.slice(0, shown).map(({ place, draft }) => (
          <li key={place}>
            <Checkbox isSelected={!left.has(place)} onChange={(isChosen) => choose(place, isChosen)}>
              <small>
                <FormattedMessage id={`bring-in.row.${from}`} values={{ place }} />
              </small>{' '}
              <span dir="auto">{titleOf(draft) || intl.formatMessage({ id: 'bring-in.untitled' })}</span>{' '}
              <small>
                <FormattedMessage id={`kind.${draft.kind}`} />
              </small>
            </Checkbox>
            {draft.warnings.length > 0 && (
              <details open={draft.warnings.length <= 3}>
                <summary>
                  <FormattedMessage id="bring-in.remarks" values={{ count: draft.warnings.length }} />
                </summary>
                <RemarkList warnings={draft.warnings} />
              </details>
            )}
          </li>
        ))}
      </ul>
      {drafts.length > shown && (
        <Button variant="secondary" onPress={() => setShown(shown + pageSize)}>
          <FormattedMessage
            id="bring-in.more"
            values={{ count: Math.min(pageSize, drafts.length - shown) }}
          />
        </Button>
      )}
      {passed.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="bring-in.passed" values={{ count: passed.length }} />
          </summary>
          <ul className="bring-in-remarks">
            {passed.map(({ row, why, text }) => (
              <li key={row} dir="auto">
                <FormattedMessage id={`bring-in.passed.${why}`} values={{ row, text }} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};
