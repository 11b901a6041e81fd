import { assertNever } from '#shared/assert.ts';
import type { Language } from '#shared/domain/template.ts';
import {
  type Block,
  type BudgetBlock,
  type BudgetRole,
  type Cell,
  markerLine,
  type ResultsBlock,
  type TableBlock,
} from './block.ts';
import { documentWords } from './document-words.ts';
import { lineDirection } from './script-runs.ts';
import { type Direction, languageDirection, type Text } from './text.ts';
import { budgetTables } from './wide-budget.ts';
import { escaped } from './xml.ts';

const letters = /\p{L}/u;

/** Writes the texts of one document: each marked where its language is not that of the page. */
export class HtmlWriter {
  readonly #language: Language;
  readonly #writtenLanguage: Language;
  readonly #direction: Direction;

  constructor(language: Language, writtenLanguage: Language) {
    this.#language = language;
    this.#writtenLanguage = writtenLanguage;
    this.#direction = languageDirection(language);
  }

  /** A text within a line: marked where its language or its direction is not that of the page. */
  inline({ text, language }: Text): string {
    const words = escaped(text);
    const isForeign = language !== this.#language;
    const direction = lineDirection({ text, language }, this.#direction);
    if (!isForeign && direction === this.#direction) return words;
    return `<span${isForeign ? ` lang="${language}"` : ''} dir="${direction}">${words}</span>`;
  }

  /**
   * Several texts on one line. Neighbours that run the same way, against the page, are held together: each by itself
   * would take its place from the other end, and a number stand behind what it counts.
   */
  line(texts: readonly Text[]): string {
    const stretches: { readonly direction: Direction; texts: Text[] }[] = [];
    const [page, against] = [this.#direction, this.#direction === 'rtl' ? 'ltr' : 'rtl'] as const;
    const runsAgainst = (text: Text | undefined): boolean =>
      text !== undefined && lineDirection(text, page) === against;
    texts.forEach((text, index) => {
      // What has no letters goes with its neighbours where both run against the page.
      const isBetween = !letters.test(text.text) && [texts[index - 1], texts[index + 1]].every(runsAgainst);
      const direction = isBetween || runsAgainst(text) ? against : page;
      const last = stretches.at(-1);
      if (last?.direction === direction) last.texts.push(text);
      else stretches.push({ direction, texts: [text] });
    });
    return stretches
      .map(({ direction, texts: together }) => {
        const words = together.map((text) => this.inline(text)).join('');
        return direction === page || together.length === 1
          ? words
          : `<span dir="${direction}">${words}</span>`;
      })
      .join('');
  }

  /** An element that holds one text, aligned with the page. */
  element(tag: string, text: Text, attributes = ''): string {
    return `<${tag}${attributes}>${this.inline(text)}</${tag}>`;
  }

  /**
   * Lines as paragraphs; a blank line becomes the gap before the next. What a person wrote at length runs as it
   * begins; in cells and short answers it is aligned with the page.
   */
  lines(texts: readonly Text[], isShort = false): string {
    return texts
      .flatMap((text, index) => {
        if (text.text.trim() === '') return [];
        const gap = index > 0 && texts[index - 1]?.text.trim() === '' ? ' class="gap"' : '';
        const direction = lineDirection(text, this.#direction);
        if (isShort || text.language !== this.#writtenLanguage || direction === this.#direction)
          return [this.element('p', text, gap)];
        const language = text.language === this.#language ? '' : ` lang="${text.language}"`;
        return [`<p${gap}${language} dir="${direction}">${escaped(text.text)}</p>`];
      })
      .join('');
  }

  block(block: Block): string {
    switch (block.block) {
      case 'paragraphs':
        return this.lines(block.lines, !block.isLong);
      case 'list':
        return this.#list(block.items);
      case 'files':
        return this.#list(block.names);
      case 'table':
        return this.#table(block);
      case 'budget':
        return budgetTables(block)
          .map((part) => this.#budget(part))
          .join('');
      case 'results':
        return this.#results(block);
      case 'marker': {
        const score = block.score === null ? '' : this.element('p', markerLine(block.score, block.meaning));
        const why =
          block.reason.length === 0 ? '' : this.element('h4', block.reasonLabel) + this.lines(block.reason);
        return score + why;
      }
      case 'items':
        return block.items
          .map(
            ({ name, parts }) =>
              this.element('h4', name, ' class="item"') +
              parts
                .map(
                  (part) =>
                    this.element('h4', part.label) + part.blocks.map((one) => this.block(one)).join(''),
                )
                .join(''),
          )
          .join('');
      default:
        return assertNever(block);
    }
  }

  #list(items: readonly Text[]): string {
    return `<ul>${items.map((text) => `<li>${this.inline(text)}</li>`).join('')}</ul>`;
  }

  #head(texts: readonly Text[], isNumber: readonly boolean[] = []): string {
    const cells = texts.map((text, column) => {
      const amount = isNumber[column] === true ? ' class="amount"' : '';
      return `<th scope="col"${amount}>${this.inline(text)}</th>`;
    });
    return `<thead><tr>${cells.join('')}</tr></thead>`;
  }

  #cell({ lines, isNumber }: Cell): string {
    const amount = isNumber ? ' class="amount"' : '';
    return `<td${amount}>${this.lines(lines, true)}</td>`;
  }

  #table({ head, rows }: TableBlock): string {
    const isNumber = head.map((_, column) => rows.every((row) => row[column]?.isNumber === true));
    const body = rows.map((cells) => `<tr>${cells.map((cell) => this.#cell(cell)).join('')}</tr>`);
    return `<table>${this.#head(head, isNumber)}<tbody>${body.join('')}</tbody></table>`;
  }

  #budget({ corner, columns, rows }: BudgetBlock): string {
    const body = rows.map(({ role, label, cells }) => {
      const row = sums.has(role) ? '<tr class="sum">' : '<tr>';
      if (role === 'category')
        return `${row}<th scope="colgroup" colspan="${columns.length + 1}">${this.inline(label)}</th></tr>`;
      const amounts = cells.map((text) => `<td class="amount">${escaped(text)}</td>`);
      return `${row}<th scope="row">${this.inline(label)}</th>${amounts.join('')}</tr>`;
    });
    const isNumber = [false, ...columns.map(() => true)];
    return `<table>${this.#head([corner, ...columns], isNumber)}<tbody>${body.join('')}</tbody></table>`;
  }

  #results({ head, results }: ResultsBlock): string {
    const body = results.map(({ level, name, statement, facts, indicators }) => {
      const between = (text: string): Text => ({ text, language: this.#language });
      const said = facts.map(({ label, value }) => {
        const colon = between(documentWords(label.language).colon.text);
        return `<p>${this.line([label, colon, ...value])}</p>`;
      });
      const [first, ...rest] = statement;
      const title = `<p>${this.line(first === undefined ? [name] : [name, between('. '), first])}</p>`;
      const band = `${title}${this.lines(rest, true)}${said.join('')}`;
      const rows = indicators.map((cells) => `<tr>${cells.map((cell) => this.#cell(cell)).join('')}</tr>`);
      return `<tr class="band${level === 1 ? ' top' : ''}"><th scope="colgroup" colspan="${head.length}">${band}</th></tr>${rows.join('')}`;
    });
    return `<table>${this.#head(head)}<tbody>${body.join('')}</tbody></table>`;
  }
}

const sums: ReadonlySet<BudgetRole> = new Set(['category', 'subtotal', 'direct', 'total']);
