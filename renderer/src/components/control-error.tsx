import './control.css';
import { OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icon.tsx';

/** What is wrong with what stands in a control. */
export const ControlError = ({ children }: { readonly children: ReactNode }) => (
  <Text className="control-finding" slot="errorMessage">
    <Icon of={OctagonAlert} size="small" />
    <span>{children}</span>
  </Text>
);
