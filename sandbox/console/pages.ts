import type { ServerStage } from '#shared/domain/document.ts';
import { endorsementsByCountry } from '#shared/domain/endorsements.ts';
import type { Comment, Endorsement } from '#shared/domain/review.ts';
import { numberedFields, type Template } from '#shared/domain/template.ts';
import type { Account } from '../account.ts';
import { possibleVerdicts } from '../decisions.ts';
import type { StoredDocument } from '../stored-document.ts';
import { fieldValue, type Showing } from './field-values.ts';
import { type Html, html, type Part } from './html.ts';
import { momentText, stageWords, verdictWords, voiceWords } from './words.ts';

/** Who looks at a page; `csrf` goes into every form. */
export type Visitor = { readonly account: Account; readonly csrf: string };

const hidden = ({ csrf }: Visitor): Html => html`<input type="hidden" name="csrf" value="${csrf}">`;

/** A whole page. */
export const page = (title: string, visitor: Visitor | null, content: Part): string =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Network console</title><link rel="stylesheet" href="/console/style.css"></head>
<body><a class="skip" href="#content">Skip to the content</a>
<header><strong>Network console</strong><span class="training">Training</span><nav><a href="/console">Submissions</a></nav>
${visitor && html`<form method="post" action="/console/sign-out">${hidden(visitor)}<span>${visitor.account.name}</span> <button>Sign out</button></form>`}</header>
<main id="content">${content}</main></body></html>`.text;

/** Where a person of the practice Network is chosen. */
export const signInPage = (accounts: readonly Account[], csrf: string): string =>
  page(
    'Sign in',
    null,
    html`<h1>Who are you today?</h1>
<p class="help">The practice Network has people with different parts. Choose one; there is no password, and nothing here is real.</p>
<form method="post" action="/console/sign-in" class="paper"><input type="hidden" name="csrf" value="${csrf}">
<div class="actions">${accounts.map(
      ({ id, name, role, countries }) =>
        html`<button name="account" value="${id}">${name}<br><span class="meta">${role === 'member' ? 'author' : role}${countries.length > 0 && ` for ${countries.join(', ')}`}</span></button>`,
    )}</div></form>`,
  );

export type QueueEntry = {
  readonly document: StoredDocument;
  readonly title: string;
  readonly countries: string;
  readonly receiptNo: string;
  readonly receivedAt: number;
  readonly openThreads: number;
};

/** What was handed over, newest first. */
export const queuePage = (
  visitor: Visitor,
  entries: readonly QueueEntry[],
  stage: ServerStage | null,
): string => {
  const shown = entries.filter(({ document }) => stage === null || document.stage === stage);
  const stages = [...new Set(entries.map(({ document }) => document.stage))];
  return page(
    'Submissions',
    visitor,
    html`<h1>Submissions</h1>
<form method="get" action="/console"><label for="stage">Stage</label>
<div class="actions"><select id="stage" name="stage"><option value="">All</option>${stages.map(
      (one) => html`<option value="${one}"${one === stage && html` selected`}>${stageWords[one]}</option>`,
    )}</select><button>Show</button></div></form>
${
  shown.length === 0
    ? html`<p><strong>Nothing was handed over yet.</strong> Submit a document in the app; it appears here.</p>`
    : html`<div class="scroll"><table><thead><tr><th scope="col">Document</th><th scope="col">Kind</th><th scope="col">Stage</th><th scope="col">Round</th><th scope="col">Open questions</th><th scope="col">Received</th><th scope="col">Receipt</th></tr></thead><tbody>${shown.map(
        ({ document, title, countries, receiptNo, receivedAt, openThreads }) =>
          html`<tr><td><a href="/console/documents/${document.id}" dir="auto">${title || 'Without a title'}</a><br><span class="meta">${countries}</span></td><td>${document.kind}</td><td class="stage">${stageWords[document.stage]}</td><td>${document.round}</td><td>${openThreads}</td><td>${momentText(receivedAt)}</td><td>${receiptNo}</td></tr>`,
      )}</tbody></table></div>`
}`,
  );
};

type Thread = { readonly first: Comment; readonly replies: readonly Comment[] };

/** Comments as threads, in the order of their first ones. */
export const threadsOf = (comments: readonly Comment[]): readonly Thread[] =>
  comments
    .filter(({ replyTo }) => replyTo === null)
    .map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) }));

/** A thread is answered when its last comment closes it (RE2). */
export const isOpen = ({ first, replies }: Thread): boolean => !(replies.at(-1) ?? first).resolves;

const commentView = ({ author, madeAt, text, resolves }: Comment): Html =>
  html`<div class="comment"><span class="meta">${author.name}, ${voiceWords[author.voice]}, ${momentText(madeAt)}${resolves && ' – closed'}</span>${text !== '' && html`<p dir="auto">${text}</p>`}</div>`;

const commentForm = (
  visitor: Visitor,
  doc: string,
  {
    path,
    replyTo,
    label,
    canQuote,
  }: {
    readonly path: string | null;
    readonly replyTo: string | null;
    readonly label: string;
    readonly canQuote: boolean;
  },
): Html => {
  const id = `c-${replyTo ?? path ?? 'all'}`;
  return html`<form method="post" action="/console/documents/${doc}/comments">${hidden(visitor)}
<input type="hidden" name="path" value="${path ?? ''}"><input type="hidden" name="replyTo" value="${replyTo ?? ''}">
${canQuote && html`<label for="${id}-q">The words it is about (optional)</label><input type="text" id="${id}-q" name="quote" maxlength="2000">`}
<label for="${id}">${label}</label><textarea id="${id}" name="text" required maxlength="10000" dir="auto"></textarea>
<div class="actions"><button class="primary" name="resolves" value="">Send</button>${replyTo !== null && html`<button name="resolves" value="yes">Send and close</button>`}</div></form>`;
};

const threadView = (visitor: Visitor, doc: string, thread: Thread): Html => {
  const { first, replies } = thread;
  const body = html`${first.quote !== null && html`<blockquote dir="auto">“${first.quote}”</blockquote>`}${[first, ...replies].map(commentView)}
<details><summary>Answer</summary>${commentForm(visitor, doc, { path: first.path, replyTo: first.id, label: 'Answer', canQuote: false })}</details>`;
  return isOpen(thread)
    ? html`<div class="thread open">${body}</div>`
    : html`<details class="thread"><summary>Answered: ${first.text.slice(0, 80)}</summary>${body}</details>`;
};

const endorsementViews = (view: DocumentView, visitor: Visitor): Part => {
  if (view.document.kind !== 'concept-note') return null;
  return html`<h2>Endorsements</h2><div class="paper">${endorsementsByCountry(
    view.countries.map(({ code }) => code),
    view.endorsements,
    view.contentHash,
  ).map(({ country: code, word }) => {
    const name = view.countries.find((country) => country.code === code)?.name ?? code;
    const state =
      word === null
        ? html`<p class="note">No word of the Resident Coordinator yet. This does not stop the review.</p>`
        : word.isVoid
          ? html`<p class="note">${word.coordinator} ${word.state === 'endorsed' ? 'endorsed' : 'withheld the endorsement of'} an earlier text; the content has changed since, so that it counts no more.</p>`
          : html`<p>${word.state === 'endorsed' ? 'Endorsed' : 'Withheld'} by ${word.coordinator}, ${momentText(word.madeAt)}.</p>`;
    const mine = visitor.account.role === 'coordinator' && visitor.account.countries.includes(code);
    return html`<h3>${name}</h3>${state}${mine && html`<form method="post" action="/console/documents/${view.document.id}/endorsements" class="actions">${hidden(visitor)}<input type="hidden" name="country" value="${code}"><input type="hidden" name="contentHash" value="${view.contentHash}"><button class="primary" name="state" value="endorsed">Endorse</button><button name="state" value="withheld">Withhold</button></form>`}`;
  })}</div>`;
};

export type DocumentView = {
  readonly document: StoredDocument;
  readonly template: Template;
  readonly showing: Showing;
  readonly title: string;
  /** The round that is shown. */
  readonly round: number;
  readonly receiptNo: string;
  readonly receivedAt: number;
  readonly comments: readonly Comment[];
  readonly endorsements: readonly Endorsement[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly contentHash: string;
};

/** A received document as its template lays it out, with its threads, and what may be decided. */
export const documentPage = (visitor: Visitor, view: DocumentView): string => {
  const { document, template, showing, comments } = view;
  const threads = threadsOf(comments);
  const mayComment = visitor.account.role !== 'member';
  const at = (fieldId: string | null) =>
    threads.filter(({ first }) => (first.path === null ? null : first.path.split('/')[0]) === fieldId);
  const verdicts = possibleVerdicts(visitor.account, document.stage);
  const numbered = numberedFields(template);
  return page(
    view.title,
    visitor,
    html`<h1 dir="auto">${view.title || 'Without a title'}</h1>
<p class="meta"><span class="stage">${stageWords[document.stage]}${document.stage === 'returned' && ` (round ${document.round})`}</span> · ${template.name.en} · round ${view.round} received ${momentText(view.receivedAt)} · receipt ${view.receiptNo}${showing.before !== null && html` · <ins>added</ins> and <del>removed</del> since round ${view.round - 1}`}</p>
${
  verdicts.length > 0 &&
  html`<form method="post" action="/console/documents/${document.id}/decisions" class="paper">${hidden(visitor)}<input type="hidden" name="round" value="${document.round}">
<label for="note">Note to the authors (optional)</label><textarea id="note" name="note" maxlength="10000" dir="auto"></textarea>
<div class="actions">${verdicts.map((verdict) => html`<button name="verdict" value="${verdict}"${verdict === 'accepted' ? html` class="primary"` : verdict === 'declined' && html` class="danger"`}>${verdictWords[verdict]}</button>`)}</div></form>`
}
${endorsementViews(view, visitor)}
${template.sections.map(
  (section) =>
    html`<h2>${section.title.en}</h2><div class="paper">${numbered
      .filter((one) => one.section === section)
      .map(
        ({
          number,
          field,
        }) => html`<section class="field" id="f-${field.id}"><div class="n">${number}</div><div><h3>${field.label.en}</h3>${fieldValue(field, showing)}
${at(field.id).map((thread) => threadView(visitor, document.id, thread))}
${mayComment && html`<details><summary>Comment on ${number}</summary>${commentForm(visitor, document.id, { path: field.id, replyTo: null, label: `Comment on ${number}. ${field.label.en}`, canQuote: true })}</details>`}</div></section>`,
      )}</div>`,
)}
<h2>The whole document</h2><div class="paper">${at(null).map((thread) => threadView(visitor, document.id, thread))}${mayComment && commentForm(visitor, document.id, { path: null, replyTo: null, label: 'Comment on the whole document', canQuote: false })}</div>`,
  );
};

/** Something could not be done, in words. */
export const problemPage = (visitor: Visitor | null, title: string, detail: string, back: string): string =>
  page(
    title,
    visitor,
    html`<h1>${title}</h1><p class="note err">${detail}</p><p><a href="${back}">Back</a></p>`,
  );
