import { FormattedMessage } from 'react-intl';
import type { ImportWarning } from '#shared/import/import-result.ts';

/** What a person should look at, each with its place in the file. */
export const RemarkList = ({ warnings }: { readonly warnings: readonly ImportWarning[] }) => (
  <ul className="bring-in-remarks">
    {warnings.map(({ place, code, params }) => (
      <li key={`${place} ${code} ${JSON.stringify(params)}`}>
        {place !== '' && <strong dir="auto">{place} </strong>}
        <span dir="auto">
          <FormattedMessage id={`bring-in.warning.${code}`} values={params} />
        </span>
      </li>
    ))}
  </ul>
);
