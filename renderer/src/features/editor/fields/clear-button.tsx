import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';

/** Takes back an answer that cannot be unticked. */
export const ClearButton = ({ onPress }: { readonly onPress: () => void }) => (
  <div className="field-clear">
    <Button variant="quiet" onPress={onPress}>
      <FormattedMessage id="fields.clear" />
    </Button>
  </div>
);
