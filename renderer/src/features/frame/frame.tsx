import './frame.css';
import { ChevronDown, Settings } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { OutboxItem } from '#renderer/commands/outbox-item.ts';
import { ActionMenu } from '#renderer/components/action-menu.tsx';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { hrefOf, navigate, type Route } from '#renderer/components/route.ts';
import { useOutbox } from '#renderer/hooks/use-outbox.ts';
import { useProfile } from '#renderer/hooks/use-profile.ts';
import { DocumentFoot } from './document-status.tsx';
import { initialsOf } from './initials.ts';
import { RemovalQuestion } from './removal-question.tsx';
import { RoomStatus } from './room-status.tsx';
import { SafetyNotes } from './safety-notes.tsx';
import { useHeadingFocus } from './use-heading-focus.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Rooms with a word of their own in the top bar; a document belongs to the Desk. */
const places = ['desk', 'outbox'] as const;
type Place = (typeof places)[number] | 'settings';

const placeOf = (route: Route): Place | null => {
  if (route.room === 'nowhere') return null;
  if (route.room === 'hand-over') return 'outbox';
  return 'id' in route || route.room === 'bring-in' ? 'desk' : route.room;
};

/** Copies of drafts come and go with every pause in typing; only what was handed over or waits for the person counts. */
const counts = ({ what, state }: OutboxItem): boolean =>
  state === 'needs-attention' || (what === 'submission' && state !== 'received');

const TopBar = ({ place, mark }: { readonly place: Place | null; readonly mark: ReactNode }) => {
  const intl = useIntl();
  const profile = useProfile();
  const outbox = useOutbox();
  const waiting = outbox.state === 'ready' ? outbox.value.filter(counts).length : 0;
  const wordOf = (name: Place) => intl.formatMessage({ id: `frame.room.${name}` });
  return (
    <header className="frame-top">
      <div className="frame-brand">
        <BrandMark />
        <span>
          <FormattedMessage id="frame.app" />
        </span>
      </div>
      <nav className="frame-rooms" aria-label={intl.formatMessage({ id: 'frame.rooms' })}>
        {places.map((name) => (
          <a key={name} href={hrefOf({ room: name })} {...(place === name && { 'aria-current': 'page' })}>
            <FormattedMessage id={`frame.room.${name}`} />
            {name === 'outbox' && waiting > 0 && (
              <span className="frame-count">
                <FormattedMessage id="frame.outbox.count" values={{ count: waiting }} />
              </span>
            )}
          </a>
        ))}
      </nav>
      <div className="frame-rooms-menu">
        <ActionMenu
          label={intl.formatMessage({ id: 'frame.rooms' })}
          trigger={
            <Button variant="quiet">
              {wordOf(place ?? 'desk')}
              <Icon of={ChevronDown} size="small" />
            </Button>
          }
          actions={[...places, 'settings' as const].map((name) => ({
            id: name,
            label:
              name === 'outbox' && waiting > 0
                ? intl.formatMessage({ id: 'frame.room.outbox.waiting' }, { count: waiting })
                : wordOf(name),
            isCurrent: name === place,
            onAction: () => navigate({ room: name }),
          }))}
        />
      </div>
      {mark !== null && <div className="frame-mark">{mark}</div>}
      <div className="frame-person">
        {profile.name !== '' && (
          <>
            <span className="frame-initials" aria-hidden="true">
              {initialsOf(profile.name, intl.locale)}
            </span>
            <span className="frame-name one-line" dir="auto">
              {profile.name}
            </span>
          </>
        )}
        <a
          className="frame-settings"
          href={hrefOf({ room: 'settings' })}
          aria-label={wordOf('settings')}
          title={wordOf('settings')}
          {...(place === 'settings' && { 'aria-current': 'page' })}
        >
          <Icon of={Settings} />
        </a>
      </div>
    </header>
  );
};

type FrameProps = {
  readonly route: Route;
  /** In the training network: a line above everything. */
  readonly isTraining: boolean;
  /** Says so in the top bar while a document is open, whose own header has no name of a room. */
  readonly mark: ReactNode;
  readonly children: ReactNode;
};

/** What stays while rooms change: the top bar above, the two statements below. */
export const Frame = ({ route, isTraining, mark, children }: FrameProps) => {
  const mainRef = useRef<HTMLElement>(null);
  useHeadingFocus(mainRef, route);
  useKeptFocus(mainRef);
  return (
    <div className="frame" data-training={isTraining || undefined}>
      <div className="frame-page">
        <button className="skip" type="button" onClick={() => mainRef.current?.focus()}>
          <FormattedMessage id="frame.skip" />
        </button>
        <TopBar place={placeOf(route)} mark={'id' in route || route.room === 'nowhere' ? mark : null} />
        <main className="frame-room" ref={mainRef} tabIndex={-1}>
          <RemovalQuestion />
          <SafetyNotes />
          {children}
        </main>
        {route.room === 'document' || route.room === 'submit' ? (
          <DocumentFoot id={route.id} />
        ) : (
          <RoomStatus />
        )}
      </div>
    </div>
  );
};
