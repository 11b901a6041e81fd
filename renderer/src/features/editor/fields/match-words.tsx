import './term-picker.css';
import { Marked } from './marked.tsx';
import type { TermMatch } from './term-match.ts';

type MatchWordsProps = {
  readonly match: Omit<TermMatch, 'term'>;
  /** Where it belongs, or what else tells it apart; empty where nothing needs to be said. */
  readonly home: string;
  readonly dir?: 'auto';
};

/** What is offered for the typed words, which are underlined in it. */
export const MatchWords = ({ match, home, dir }: MatchWordsProps) => (
  <span className="picker-words" dir={dir}>
    {match.short !== null && (
      <strong>
        <Marked text={match.short} spans={match.shortSpans} />
      </strong>
    )}
    <span data-only={match.short === null || undefined}>
      <Marked text={match.name} spans={match.nameSpans} />
    </span>
    {home !== '' && <small className="picker-home">{home}</small>}
  </span>
);
