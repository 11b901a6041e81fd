import { describe, expect, it } from 'vitest';
import type { SessionSnapshot } from '#renderer/commands/document-session.ts';
import { type Finding, findingKey } from '#shared/domain/finding.ts';
import { summaryOf } from '#shared/domain/test-summary.ts';
import { submitGate } from './submission-facts.ts';

const finding = (severity: Finding['severity'], max = 3): Finding => ({
  path: 'objectives',
  code: 'too-many-items',
  severity,
  source: 'official',
  params: { max },
});

const snapshot = (change: Partial<SessionSnapshot> = {}): SessionSnapshot => ({
  values: {},
  findings: [],
  completeness: { sections: [], asked: 0, answered: 0 },
  conflicts: [],
  save: { state: 'saved', at: 0 },
  summary: summaryOf(),
  threads: [],
  since: null,
  members: [],
  memberSteps: [],
  endorsements: [],
  former: [],
  role: 'author',
  readOnly: false,
  ...change,
});

const inStage = (stage: SessionSnapshot['summary']['stage']) =>
  snapshot({ summary: { ...snapshot().summary, stage } });

const nothing: ReadonlySet<string> = new Set();

describe('submitGate', () => {
  it('opens for a draft, and for a returned document, in which nothing is to be fixed', () => {
    expect(submitGate(snapshot(), true, nothing)).toBe('ready');
    expect(submitGate(inStage('returned'), true, nothing)).toBe('ready');
  });

  it('says first that there is no network', () => {
    expect(submitGate(snapshot({ findings: [finding('error')] }), false, nothing)).toBe('no-network');
  });

  it('stays shut while a submission of the document waits, travels or lies with the Network', () => {
    expect(submitGate(inStage('ready'), true, nothing)).toBe('on-its-way');
    expect(submitGate(inStage('sending'), true, nothing)).toBe('on-its-way');
    expect(submitGate(inStage('in-review'), true, nothing)).toBe('with-network');
    expect(submitGate(inStage('published'), true, nothing)).toBe('with-network');
  });

  it('leaves submitting to others for who only reads, and shows what the Network has of it', () => {
    expect(submitGate(snapshot({ role: 'reader' }), true, nothing)).toBe('reader');
    expect(submitGate({ ...inStage('in-review'), role: 'reader' }, true, nothing)).toBe('with-network');
    expect(submitGate(snapshot({ role: 'coordinator' }), true, nothing)).toBe('ready');
  });

  it('stays shut on an error, whatever was confirmed', () => {
    const found = finding('error');
    expect(submitGate(snapshot({ findings: [found] }), true, new Set([findingKey(found)]))).toBe('errors');
  });

  it('stays shut while what is on the screen could not be saved', () => {
    const save = { state: 'failed', failure: { code: 'store-full' } } as const;
    expect(submitGate(snapshot({ save }), true, nothing)).toBe('not-saved');
  });

  it('asks for a confirmation of each warning, and lets hints pass', () => {
    const found = finding('warning');
    const open = snapshot({ findings: [found, finding('hint')] });
    expect(submitGate(open, true, nothing)).toBe('unconfirmed');
    expect(submitGate(open, true, new Set([findingKey(found)]))).toBe('ready');
  });

  it('asks again when the warning changes', () => {
    const confirmed = new Set([findingKey(finding('warning', 3))]);
    expect(submitGate(snapshot({ findings: [finding('warning', 4)] }), true, confirmed)).toBe('unconfirmed');
  });
});
