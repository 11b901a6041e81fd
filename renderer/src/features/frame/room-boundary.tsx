import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';

type RoomBoundaryProps = {
  readonly children: ReactNode;
};

type RoomBoundaryState = {
  readonly error: Error | null;
};

/** A fault of the app in one room leaves the others standing, and says that what was saved is safe. */
export class RoomBoundary extends Component<RoomBoundaryProps, RoomBoundaryState> {
  override state: RoomBoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): RoomBoundaryState {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <section className="frame-fault" role="alert">
        <h1 className="room-title" tabIndex={-1}>
          <FormattedMessage id="frame.fault.title" />
        </h1>
        <p>
          <FormattedMessage id="frame.fault.safe" />
        </p>
        <p>
          <FormattedMessage id="frame.fault.next" />
        </p>
        <div className="frame-fault-actions">
          <Button variant="primary" onPress={() => this.setState({ error: null })}>
            <FormattedMessage id="frame.fault.again" />
          </Button>
          <Button variant="secondary" onPress={() => window.location.reload()}>
            <FormattedMessage id="frame.fault.reload" />
          </Button>
        </div>
        <p className="frame-fault-detail">
          <FormattedMessage
            id="frame.fault.detail"
            values={{ detail: <span className="isolate">{error.message}</span> }}
          />
        </p>
      </section>
    );
  }
}
