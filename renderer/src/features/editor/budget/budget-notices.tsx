import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { formatAmount } from '#shared/domain/money.ts';
import type { CellProblem } from './cell-problem.ts';
import type { PasteProblem } from './paste-block.ts';
import type { GridNotice } from './use-budget-grid.ts';

type Names = {
  readonly currency: string;
  readonly rowName: (key: string) => string;
  readonly columnName: (key: string) => string;
};

/** Words of a cell, short enough for a sentence. */
const inSentence = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : characters.join('');
};

const PasteRefusal = ({ problem, names }: { readonly problem: PasteProblem; readonly names: Names }) => {
  const { locale } = useIntl();
  const { currency } = names;
  const example = formatAmount(123_450, currency, locale);
  return (
    <Note tone="error">
      <strong>
        <FormattedMessage id="budget.paste.none" />
      </strong>{' '}
      {'target' in problem ? (
        <>
          <FormattedMessage
            id="budget.paste.place"
            values={{ row: problem.row, column: problem.column, target: names.columnName(problem.target) }}
          />{' '}
          <FormattedMessage
            id={`budget.paste.${problem.code}`}
            values={{ text: inSentence(problem.text), example, currency }}
          />
        </>
      ) : problem.code === 'too-many-lines' ? (
        <FormattedMessage
          id="budget.paste.too-many-lines"
          values={{ count: problem.count, most: problem.most }}
        />
      ) : (
        <FormattedMessage
          id={`budget.paste.${problem.code}`}
          values={{ count: problem.count, room: problem.room }}
        />
      )}
    </Note>
  );
};

type BudgetNoticesProps = {
  readonly id: string;
  readonly names: Names;
  readonly notice: GridNotice | null;
  readonly problems: readonly CellProblem[];
  readonly onPutBack: () => void;
};

/** What could not be kept and where, and what was just done, with the way back. */
export const BudgetNotices = ({ id, names, notice, problems, onPutBack }: BudgetNoticesProps) => {
  const { locale } = useIntl();
  const example = formatAmount(123_450, names.currency, locale);
  return (
    <div className="budget-notices">
      <div id={id} role="alert">
        {problems.map((problem) => (
          <p className="field-notice" key={problem.row + problem.column}>
            <strong>
              <FormattedMessage
                id="budget.cell"
                values={{ row: names.rowName(problem.row), column: names.columnName(problem.column) }}
              />
            </strong>{' '}
            <FormattedMessage
              id={`budget.cellProblem.${problem.code}`}
              values={{ text: inSentence(problem.text), example, currency: names.currency }}
            />
          </p>
        ))}
        {notice?.kind === 'not-pasted' && <PasteRefusal problem={notice.problem} names={names} />}
      </div>
      <div role="status">
        {notice?.kind === 'pasted' && (
          <p className="budget-said">
            <FormattedMessage id="budget.pasted" values={{ rows: notice.rows, columns: notice.columns }} />
          </p>
        )}
        {notice?.kind === 'removed' && (
          <Note tone="plain">
            <FormattedMessage id="budget.removed" values={{ count: notice.count, name: notice.name }} />{' '}
            <Button variant="quiet" onPress={onPutBack}>
              <FormattedMessage id="budget.putBack" />
            </Button>
          </Note>
        )}
      </div>
    </div>
  );
};
