import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

type DialogProps = {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Escape: the safe answer. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The safe button is the primary one, comes last and takes the focus. */
  readonly actions: ReactNode;
};

/** Only for what cannot be undone, or would leave data nowhere. */
export const Dialog = ({ title, isOpen, onClose, children, actions }: DialogProps) => (
  <ModalOverlay
    className="dialog-veil"
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className="dialog-frame">
      <AriaDialog className="dialog" role="alertdialog">
        <Heading className="dialog-title" slot="title">
          {title}
        </Heading>
        <div className="dialog-words">{children}</div>
        <div className="dialog-actions">{actions}</div>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
