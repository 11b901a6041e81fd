import { assertNever } from '#shared/assert.ts';
import { BudgetField } from './budget/budget-field.tsx';
import type { ControlProps } from './control-props.ts';
import { AttachmentsField } from './fields/attachments-field.tsx';
import { ChoiceField } from './fields/choice-field.tsx';
import { ChoicesField } from './fields/choices-field.tsx';
import { DateField } from './fields/date-field.tsx';
import { DocumentField } from './fields/document-field.tsx';
import { GroupItems } from './fields/group-items.tsx';
import { IntegerField } from './fields/integer-field.tsx';
import { LongTextField } from './fields/long-text-field.tsx';
import { MarkerField } from './fields/marker-field.tsx';
import { MoneyField } from './fields/money-field.tsx';
import { MonthField } from './fields/month-field.tsx';
import { ShortTextField } from './fields/short-text-field.tsx';
import { TermsField } from './fields/terms-field.tsx';
import { YearRangeField } from './fields/year-range-field.tsx';
import { YesNoField } from './fields/yes-no-field.tsx';

/** The control for a field's kind: one component each. */
export const FieldControl = (props: ControlProps) => {
  const { field } = props;
  switch (field.kind) {
    case 'shortText':
      return <ShortTextField {...props} field={field} />;
    case 'longText':
      return <LongTextField {...props} field={field} />;
    case 'choice':
      return <ChoiceField {...props} field={field} />;
    case 'choices':
      return <ChoicesField {...props} field={field} />;
    case 'objectives':
    case 'principles':
    case 'sdgTargets':
    case 'countries':
    case 'regions':
    case 'country':
    case 'thematicArea':
    case 'currency':
      return <TermsField {...props} field={field} />;
    case 'date':
      return <DateField {...props} field={field} />;
    case 'month':
      return <MonthField {...props} field={field} />;
    case 'yearRange':
      return <YearRangeField {...props} field={field} />;
    case 'integer':
      return <IntegerField {...props} field={field} />;
    case 'money':
      return <MoneyField {...props} field={field} />;
    case 'document':
      return <DocumentField {...props} field={field} />;
    case 'yesNo':
      return <YesNoField {...props} field={field} />;
    case 'marker':
      return <MarkerField {...props} field={field} />;
    case 'attachments':
      return <AttachmentsField {...props} field={field} />;
    case 'budget':
      return <BudgetField {...props} field={field} />;
    case 'group':
    case 'organizations':
    case 'people':
      return <GroupItems {...props} field={field} />;
    default:
      return assertNever(field);
  }
};
