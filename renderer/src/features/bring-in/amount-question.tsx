import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { DecimalSign } from '#shared/import/read-amount.ts';

const decimalSigns: readonly DecimalSign[] = ['.', ','];

const exampleOf = (sign: DecimalSign): string => (sign === '.' ? '1,234.50' : '1.234,50');

type AmountQuestionProps = {
  /** What was answered; null where nothing was. */
  readonly decimal: DecimalSign | null;
  readonly onAnswer: (decimal: DecimalSign) => void;
};

/** Asks once for a whole file how its amounts are written: "1.500" is fifteen hundred to one and one and a half to another. */
export const AmountQuestion = ({ decimal, onAnswer }: AmountQuestionProps) => (
  <Note tone={decimal === null ? 'warning' : 'plain'}>
    {decimal === null ? (
      <FormattedMessage id="bring-in.amounts" />
    ) : (
      <FormattedMessage id="bring-in.amounts.chosen" values={{ example: exampleOf(decimal) }} />
    )}{' '}
    {decimalSigns
      .filter((sign) => sign !== decimal)
      .map((sign) => (
        <Button key={sign} variant="secondary" onPress={() => onAnswer(sign)}>
          {exampleOf(sign)}
        </Button>
      ))}
  </Note>
);
