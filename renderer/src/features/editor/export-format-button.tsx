import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '#renderer/components/icon.tsx';

type ExportFormatButtonProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly hint: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
};

/** One way out: its name, and what it is for. */
export const ExportFormatButton = ({ icon, name, hint, isBusy, onPress }: ExportFormatButtonProps) => (
  <Button className="export-format" data-busy={isBusy || undefined} onPress={onPress}>
    <Icon of={icon} />
    <span className="export-format-words">
      <span className="export-format-name">{name}</span> <span className="export-format-hint">{hint}</span>
    </span>
  </Button>
);
