import { FormattedMessage } from 'react-intl';

/** Said after an insertion that a field cannot hold. */
export const TooLarge = () => (
  <p className="field-notice" role="alert">
    <FormattedMessage id="fields.text.tooLarge" />
  </p>
);
