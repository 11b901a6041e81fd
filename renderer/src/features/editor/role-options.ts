import { useIntl } from 'react-intl';
import { roles } from '#shared/domain/review.ts';

/** The roles of a document as a list to choose from. */
export const useRoleOptions = () => {
  const { formatMessage } = useIntl();
  return roles.map((role) => ({ value: role, label: formatMessage({ id: `people.role.${role}` }) }));
};
