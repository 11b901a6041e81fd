import { type Dispatch, type ReactNode, type SetStateAction, useCallback, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import type { SpaceKind } from '#renderer/commands/app-state.ts';
import { Loading } from '#renderer/components/loading.tsx';
import { NetworkMark } from '#renderer/components/network-mark.tsx';
import { NotHere } from '#renderer/components/not-here.tsx';
import { onDemand } from '#renderer/components/on-demand.tsx';
import { navigate, type Route, useRoute } from '#renderer/components/route.ts';
import { useDroppedFiles } from '#renderer/components/use-dropped-files.ts';
import { DocumentGate } from '#renderer/document-gate.tsx';
import { type BatchReport, nothingMade } from '#renderer/features/bring-in/batch-report.ts';
import { DeskRoom } from '#renderer/features/desk/desk-room.tsx';
import { type DeskView, firstView } from '#renderer/features/desk/desk-view.ts';
import { Frame } from '#renderer/features/frame/frame.tsx';
import { RoomBoundary } from '#renderer/features/frame/room-boundary.tsx';
import { usePageSettings } from '#renderer/features/frame/use-page-settings.ts';
import { StoreProblem } from '#renderer/features/store-problem/store-problem.tsx';
import { useAppState } from '#renderer/hooks/use-app-state.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useMenuCommand } from '#renderer/hooks/use-menu-command.ts';
import { usePreferences } from '#renderer/hooks/use-profile.ts';
import { AppIntl } from '#renderer/i18n/app-intl.tsx';
import type { DocKind } from '#shared/domain/document.ts';

const opening = <Loading what={<FormattedMessage id="frame.opening" />} />;

const Editor = onDemand(
  () => import('#renderer/features/editor/editor.tsx').then((module) => module.Editor),
  opening,
);
const SubmitPage = onDemand(
  () => import('#renderer/features/submit/submit-page.tsx').then((module) => module.SubmitPage),
  opening,
);
const CompareRoom = onDemand(
  () => import('#renderer/features/compare/compare-room.tsx').then((module) => module.CompareRoom),
  opening,
);
const BringInRoom = onDemand(
  () => import('#renderer/features/bring-in/bring-in-room.tsx').then((module) => module.BringInRoom),
  opening,
);
const OutboxRoom = onDemand(
  () => import('#renderer/features/outbox/outbox-room.tsx').then((module) => module.OutboxRoom),
  opening,
);
const SettingsRoom = onDemand(
  () => import('#renderer/features/settings/settings-room.tsx').then((module) => module.SettingsRoom),
  opening,
);
const BundleRoom = onDemand(
  () => import('#renderer/features/bundle/bundle-room.tsx').then((module) => module.BundleRoom),
  opening,
);
const BundleImport = onDemand(
  () => import('#renderer/features/bundle/bundle-import.tsx').then((module) => module.BundleImport),
  opening,
);
const Welcome = onDemand(
  () => import('#renderer/features/welcome/welcome.tsx').then((module) => module.Welcome),
  opening,
);
const Unlock = onDemand(
  () => import('#renderer/features/unlock/unlock.tsx').then((module) => module.Unlock),
  opening,
);
// Who comes back to a document should not wait for its room until the store is open.
if (location.hash.startsWith('#/documents/')) Editor.foresee();

type RoomProps = {
  readonly route: Route;
  readonly mark: ReactNode;
  readonly deskView: DeskView;
  readonly onDeskView: (view: DeskView) => void;
  /** Files that were dropped on the Desk, until the room for them has taken them. */
  readonly dropped: readonly File[];
  readonly onTaken: () => void;
  readonly report: BatchReport;
  readonly onReport: Dispatch<SetStateAction<BatchReport>>;
};

const Room = ({ route, mark, deskView, onDeskView, dropped, onTaken, report, onReport }: RoomProps) => {
  switch (route.room) {
    case 'desk':
      return <DeskRoom view={deskView} onView={onDeskView} mark={mark} />;
    case 'document':
      return (
        <DocumentGate key={route.id} id={route.id}>
          {(session) => <Editor session={session} field={route.field} />}
        </DocumentGate>
      );
    case 'submit':
      return (
        <DocumentGate key={route.id} id={route.id}>
          {(session) => <SubmitPage session={session} />}
        </DocumentGate>
      );
    case 'compare':
      return (
        <DocumentGate key={route.id} id={route.id}>
          {(session) => <CompareRoom session={session} field={route.field} />}
        </DocumentGate>
      );
    case 'bring-in':
      return (
        <BringInRoom
          mark={mark}
          dropped={dropped}
          onTaken={onTaken}
          report={report}
          onReport={onReport}
          bundle={(file, onDone) => <BundleImport key={file.name} file={file} onDone={onDone} />}
        />
      );
    case 'outbox':
      return <OutboxRoom mark={mark} />;
    case 'settings':
      return <SettingsRoom mark={mark} />;
    case 'hand-over':
      return <BundleRoom mark={mark} docs={route.docs ?? null} isTraining={mark !== false} />;
    case 'nowhere':
      return <NotHere />;
  }
};

/** An open space: the frame, and in it the room that the address names. */
const OpenSpace = ({ space }: { readonly space: SpaceKind }) => {
  // Asked once and handed down: two listeners would draw the room twice, and the focus would get lost.
  const route = useRoute();
  const commands = useCommands();
  const [deskView, setDeskView] = useState(firstView);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [report, setReport] = useState(nothingMade);
  const bringIn = useCallback((files: readonly File[]) => {
    setDropped(files);
    navigate({ room: 'bring-in' });
  }, []);
  useDroppedFiles(route.room === 'desk', bringIn);
  const isTraining = space === 'training';
  const mark = isTraining && (
    <NetworkMark>
      <FormattedMessage id="frame.training" />
    </NetworkMark>
  );
  const begin = async (kind: DocKind) => {
    const created = await commands.createDocument(kind);
    // The Desk stands behind the menu and names what failed when asked again.
    navigate(created.ok ? { room: 'document', id: created.value } : { room: 'desk' });
  };
  useMenuCommand((command) => {
    switch (command) {
      case 'new-pledge':
        return void begin('pledge');
      case 'new-practice':
        return void begin('practice');
      case 'new-concept-note':
        return void begin('concept-note');
      case 'send-now':
        return commands.sendNow();
      default:
        return navigate({ room: command });
    }
  });
  return (
    <Frame route={route} mark={mark} isTraining={isTraining}>
      <RoomBoundary key={route.room}>
        <Room
          route={route}
          mark={mark}
          deskView={deskView}
          onDeskView={setDeskView}
          dropped={dropped}
          onTaken={() => setDropped([])}
          report={report}
          onReport={setReport}
        />
      </RoomBoundary>
    </Frame>
  );
};

const Screen = () => {
  const app = useAppState();
  switch (app.state) {
    case 'starting':
      return opening;
    case 'welcome':
      return <Welcome />;
    case 'locked':
      return <Unlock key={app.space} />;
    case 'blocked':
      return <StoreProblem failure={app.failure} hasSafetyCopy={app.hasSafetyCopy} />;
    case 'ready':
      return <OpenSpace key={app.space} space={app.space} />;
  }
};

/** The window: which screen is shown, in which language, colours and size. */
export const App = () => {
  const preferences = usePreferences();
  usePageSettings(preferences);
  return (
    <AppIntl language={preferences.language}>
      <RoomBoundary>
        <Screen />
      </RoomBoundary>
    </AppIntl>
  );
};
