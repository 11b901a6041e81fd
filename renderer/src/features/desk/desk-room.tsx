import './desk.css';
import { ListFilter, Search, X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Loading } from '#renderer/components/loading.tsx';
import { Note } from '#renderer/components/note.tsx';
import { onDemand, useForesight } from '#renderer/components/on-demand.tsx';
import { RoomHeader } from '#renderer/components/room-header.tsx';
import { hrefOf, navigate } from '#renderer/components/route.ts';
import { failureText } from '#renderer/error-text.ts';
import { useCommands } from '#renderer/hooks/use-commands.ts';
import { useDesk, useIsDeskComplete } from '#renderer/hooks/use-desk.ts';
import { useNow } from '#renderer/hooks/use-now.ts';
import { usePreferences } from '#renderer/hooks/use-profile.ts';
import { useBundleOutcome } from '#renderer/hooks/use-space-bundles.ts';
import { useSyncState } from '#renderer/hooks/use-sync-state.ts';
import { useTextSearch } from '#renderer/hooks/use-text-search.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DocumentSummary } from '#shared/domain/summary.ts';
import type { Failure } from '#shared/errors.ts';
import { DeskEmpty, NothingFound } from './desk-empty.tsx';
import { DeskFilters } from './desk-filters.tsx';
import { DeskList } from './desk-list.tsx';
import { nothingSelected, selectedIn } from './desk-selection.ts';
import { countsOf, type DeskView, deskRows, firstView } from './desk-view.ts';
import { type NewDocument, NewDocuments } from './new-documents.tsx';

const SelectionBar = onDemand(
  () => import('./selection-bar.tsx').then((module) => module.SelectionBar),
  null,
);

const minuteMs = 60_000;
const noDocuments: readonly DocumentSummary[] = [];

type DeskRoomProps = {
  /** Kept by the app, so that the desk is as it was left. */
  readonly view: DeskView;
  readonly onView: (view: DeskView) => void;
  readonly mark: ReactNode;
};

/** Home: all documents in one list. */
export const DeskRoom = ({ view, onView, mark }: DeskRoomProps) => {
  const intl = useIntl();
  const commands = useCommands();
  const desk = useDesk();
  const bundle = useBundleOutcome();
  const isComplete = useIsDeskComplete();
  const now = useNow(minuteMs);
  const hasNetwork = useSyncState().state !== 'local-only';
  const localized = useLocalized();
  const vocabulary = useVocabulary();
  const { density, textSize } = usePreferences();
  const query = useDeferredValue(view.query);
  const found = useTextSearch(query);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [selection, setSelection] = useState(nothingSelected);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  useForesight(SelectionBar);

  const documents = desk.state === 'ready' ? desk.value : noDocuments;
  const counts = useMemo(() => countsOf(documents), [documents]);
  const collator = useMemo(() => new Intl.Collator(intl.locale, { numeric: true }), [intl.locale]);
  const { show, stage, sort, direction } = view;
  const rows = useMemo(
    () => deskRows(documents, { ...firstView, show, stage, sort, direction }, found, collator),
    [documents, show, stage, sort, direction, found, collator],
  );
  const countryNames = useMemo(
    () => new Map(vocabulary.countries.map((country) => [country.code, localized(country.name)])),
    [vocabulary, localized],
  );
  const lineHeights = useMemo(() => {
    const scale = textSize / 100;
    return { head: 30 * scale, group: 26 * scale, row: (density === 'compact' ? 30 : 41) * scale };
  }, [density, textSize]);

  const selected = useMemo(() => selectedIn(selection, rows), [selection, rows]);

  const change = (part: Partial<DeskView>) => onView({ ...view, ...part });
  const create = async (what: NewDocument) => {
    const created = await (what === 'matching-pledge'
      ? commands.beginAbout('pledge', null)
      : commands.createDocument(what));
    if (created.ok) {
      onView({ ...view, current: created.value });
      navigate({ room: 'document', id: created.value });
    } else {
      setFailure(created.error);
    }
  };
  const begin = (what: NewDocument) => void create(what);

  return (
    <>
      <RoomHeader
        title={<FormattedMessage id="desk.title" />}
        mark={mark}
        figures={isComplete && <FormattedMessage id="desk.figures" values={{ count: documents.length }} />}
      >
        <SearchField
          className="desk-search"
          aria-label={intl.formatMessage({ id: 'desk.search' })}
          value={view.query}
          onChange={(text) => change({ query: text })}
        >
          <Icon of={Search} size="small" />
          <Input placeholder={intl.formatMessage({ id: 'desk.search' })} dir="auto" autoComplete="off" />
          {view.query !== '' && (
            <IconButton
              label={intl.formatMessage({ id: 'desk.search.clear' })}
              icon={X}
              onPress={() => change({ query: '' })}
            />
          )}
        </SearchField>
        <div className="desk-filter-switch">
          <Button variant="secondary" icon={ListFilter} onPress={() => setFiltersOpen(!areFiltersOpen)}>
            <FormattedMessage id={areFiltersOpen ? 'desk.filters.close' : 'desk.filters.open'} />
          </Button>
        </div>
        <NewDocuments onCreate={begin} onBringIn={() => navigate({ room: 'bring-in' })} />
      </RoomHeader>
      <div className="desk-columns">
        <DeskFilters view={view} counts={counts} onView={change} isOpen={areFiltersOpen} />
        <div className="desk-centre">
          {failure !== null && (
            <div className="desk-failure" role="alert">
              <Note tone="error">
                <strong>{failureText(intl, failure).what}</strong> {failureText(intl, failure).next}
              </Note>
            </div>
          )}
          {bundle !== null && (
            <div className="desk-failure" role="status">
              <Note tone="plain">
                <a href={hrefOf({ room: 'hand-over' })}>
                  <FormattedMessage
                    id="desk.bundle-outcome"
                    values={{ name: <bdi>{bundle.preview.madeBy}</bdi> }}
                  />
                </a>
              </Note>
            </div>
          )}
          {selected.length > 0 && (
            <SelectionBar
              count={selected.length}
              savesItself={commands.makesPdf}
              onExport={(what, withContacts, watch) =>
                what === 'table'
                  ? commands.exportRegister(selected, withContacts, watch)
                  : commands.exportFiles(selected, what, withContacts, watch)
              }
              onHandOver={() => navigate({ room: 'hand-over', docs: selected })}
              onClear={() => setSelection(nothingSelected)}
            />
          )}
          <Centre
            desk={desk}
            list={
              rows.length > 0 ? (
                <DeskList
                  rows={rows}
                  view={view}
                  onView={change}
                  onOpen={(id) => {
                    onView({ ...view, current: id });
                    navigate({ room: 'document', id });
                  }}
                  selection={selection}
                  onSelection={setSelection}
                  now={now}
                  countryName={(code) => countryNames.get(code) ?? code}
                  hasNetwork={hasNetwork}
                  lineHeights={lineHeights}
                />
              ) : (
                <NothingFound view={view} onClear={() => change({ query: '', show: 'all', stage: 'any' })} />
              )
            }
            onCreate={begin}
          />
        </div>
      </div>
    </>
  );
};

type CentreProps = {
  readonly desk: ReturnType<typeof useDesk>;
  readonly list: ReactNode;
  readonly onCreate: (kind: DocKind) => void;
};

const Centre = ({ desk, list, onCreate }: CentreProps) => {
  const intl = useIntl();
  if (desk.state === 'loading') return <Loading what={<FormattedMessage id="desk.loading" />} />;
  if (desk.state === 'failed') {
    const { what, next } = failureText(intl, desk.failure);
    return (
      <div className="desk-failure">
        <Note tone="error">
          <strong>{what}</strong> {next}
        </Note>
      </div>
    );
  }
  return desk.value.length === 0 ? <DeskEmpty onCreate={onCreate} /> : list;
};
