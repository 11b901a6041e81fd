import './editor.css';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import type { DocumentSession } from '#renderer/commands/document-session.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useFixes } from '#renderer/hooks/use-fixes.ts';
import { useVocabulary } from '#renderer/hooks/use-vocabulary.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { type FieldPath, rootOf } from '#shared/domain/field-path.ts';
import { DeadlineRibbon } from './deadline-ribbon.tsx';
import { DocumentLife } from './document-life.tsx';
import { EditorContext, type EditorContextValue } from './editor-context.ts';
import { EditorHeader } from './editor-header.tsx';
import { focusField, type TextSpan } from './focus-field.ts';
import { Form } from './form.tsx';
import { FormerFields } from './former-fields.tsx';
import { KeepNote } from './keep-note.tsx';
import { Outline } from './outline.tsx';
import { PresenceNote } from './presence-note.tsx';
import { type PressWatch, watchPresses } from './press-watch.ts';
import { readOnlyReason } from './read-only-reason.ts';
import { roman } from './roman.ts';
import { type PanelTab, panelWords, SidePanel, usePanelTabs } from './side-panel.tsx';
import { UpgradeNote } from './upgrade-note.tsx';
import { useCurrentPlace } from './use-current-place.ts';
import { useReading } from './use-reading.ts';
import { VersionReading } from './version-reading.tsx';

type EditorProps = {
  readonly session: DocumentSession;
  /** The place to go to at first. Whoever comes for a field has seen the checks: all findings show. */
  readonly field: FieldPath | undefined;
};

/** Outline, form and checks of one open document. */
export const Editor = ({ session, field }: EditorProps) => {
  const vocabulary = useVocabulary();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const { template, readOnly, completeness, role, stage, round, presence } = useSessionPart(
    session,
    ({ readOnly, completeness, role, summary }) => ({
      // After an upgrade everything here is drawn by another form.
      template: session.template,
      readOnly,
      completeness,
      role,
      stage: summary.stage,
      round: summary.round,
      presence: summary.presence,
    }),
  );
  const tabs = usePanelTabs(session);
  const { applied, apply, putBack } = useFixes(session);
  const sheet = useRef<HTMLDivElement>(null);
  const presses = useRef<PressWatch | null>(null);
  const [left, setLeft] = useState<ReadonlySet<FieldPath>>(new Set());
  const [sideOpen, setSideOpen] = useState<'outline' | 'panel' | null>(null);
  const [isWhole, setWhole] = useState(field !== undefined);
  const [tab, setTab] = useState<PanelTab>(stage === 'returned' ? 'review' : 'checks');
  const { section, field: currentField } = useCurrentPlace(sheet, template);
  const showsAll = field !== undefined;
  const { reading, open, close, keeping, dismiss } = useReading(session, sheet);

  // The first view comes first. Whoever wants to go further at once waits for the rest.
  useEffect(() => startTransition(() => setWhole(true)), []);
  const drawWhole = useCallback(() => {
    if (!isWhole) flushSync(() => setWhole(true));
  }, [isWhole]);

  const goTo = useCallback(
    (path: FieldPath, span?: TextSpan) => {
      setSideOpen(null);
      setLeft((before) => new Set(before).add(path));
      close();
      drawWhole();
      if (sheet.current !== null) focusField(sheet.current, path, span);
    },
    [close, drawWhole],
  );
  const goToSection = (id: string) => {
    setSideOpen(null);
    close();
    drawWhole();
    const head = sheet.current?.querySelector<HTMLElement>(`[data-section="${id}"] h2`);
    head?.scrollIntoView({ block: 'start' });
    head?.focus({ preventScroll: true });
  };

  useEffect(() => {
    const watch = watchPresses(window, (callback) => requestAnimationFrame(callback));
    presses.current = watch;
    return () => {
      presses.current = null;
      watch.stop();
    };
  }, []);

  useEffect(() => {
    if (field !== undefined) goTo(field);
  }, [field, goTo]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setSideOpen(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const context = useMemo(
    (): EditorContextValue => ({
      session,
      vocabulary,
      isReadOnly: readOnly,
      fixes: { applied, apply, putBack },
      showsFindings: (path) => showsAll || left.has(path),
      whenReleased: (callback) => presses.current?.whenReleased(callback) ?? (() => undefined),
      leave: (path) =>
        setLeft((before) => (before.has(path) ? before : new Set(before).add(path).add(rootOf(path)))),
    }),
    [session, vocabulary, readOnly, showsAll, left, applied, apply, putBack],
  );

  const sections = template.sections;
  const index = sections.findIndex((candidate) => candidate.id === section);
  const title: ReactNode = index < 0 ? null : read(sections[index]?.title ?? template.name);
  const { answered, asked } = completeness;
  return (
    <EditorContext value={context}>
      <div className="editor">
        <EditorHeader />
        <DeadlineRibbon session={session} onGoTo={goTo} />
        <div className="editor-columns" data-side={sideOpen ?? undefined}>
          <button
            type="button"
            className="editor-jump"
            aria-expanded={sideOpen === 'outline'}
            onClick={() => setSideOpen(sideOpen === 'outline' ? null : 'outline')}
          >
            <strong aria-hidden>{roman(index + 1)}</strong>
            <span>{title}</span>
            <span className="editor-jump-done">
              <FormattedMessage id="editor.answered" values={{ answered, asked }} />
            </span>
            <Icon of={ChevronDown} size="small" />
          </button>
          <Outline
            currentSection={section}
            currentField={currentField}
            onGoToSection={goToSection}
            onGoToField={goTo}
          />
          <div className="sheet" ref={sheet}>
            {keeping !== null && <KeepNote doc={session.id} keeping={keeping} onClose={dismiss} />}
            {reading !== null && <VersionReading key={reading} seq={reading} onClose={close} />}
            <div className="sheet-content margin-rule" hidden={reading !== null}>
              {stage === 'returned' && (
                <div className="sheet-note">
                  <Note tone="warning">
                    <FormattedMessage id="review.returned" values={{ round: round }} />
                  </Note>
                </div>
              )}
              {presence !== 'here' && <PresenceNote session={session} />}
              <UpgradeNote session={session} />
              <DocumentLife session={session} />
              {readOnly && presence === 'here' && (
                <div className="sheet-note">
                  <Note tone="plain">
                    <FormattedMessage id={`editor.readOnly.${readOnlyReason(stage, role)}`} />
                  </Note>
                </div>
              )}
              <Form isWhole={isWhole} />
              <FormerFields />
            </div>
          </div>
          <SidePanel
            tab={tab}
            onTab={setTab}
            currentField={currentField}
            onGoTo={goTo}
            onClose={() => setSideOpen(null)}
            reading={reading}
            onRead={(seq) => {
              setSideOpen(null);
              open(seq);
            }}
          />
          <div className="editor-tabs">
            {tabs.map(({ id, icon, count, message }) => (
              <button
                key={id}
                type="button"
                className="editor-tab"
                aria-expanded={sideOpen === 'panel' && tab === id}
                aria-label={formatMessage({ id: message }, { count })}
                title={formatMessage({ id: panelWords[id] })}
                onClick={() => {
                  setSideOpen(sideOpen === 'panel' && tab === id ? null : 'panel');
                  setTab(id);
                }}
              >
                <Icon of={icon} />
                <span className="editor-tab-word">
                  <FormattedMessage id={panelWords[id]} />
                </span>
                <b>{count}</b>
              </button>
            ))}
          </div>
        </div>
      </div>
    </EditorContext>
  );
};
