import './desk-empty.css';
import { FormattedMessage } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { KindIcon } from '#renderer/components/kind-icon.tsx';
import { hrefOf } from '#renderer/components/route.ts';
import type { DocKind } from '#shared/domain/document.ts';
import type { DeskView } from './desk-view.ts';
import { newKinds } from './new-documents.tsx';

/** The desk of somebody who has not begun: what the three kinds are for, each with its button. */
export const DeskEmpty = ({ onCreate }: { readonly onCreate: (kind: DocKind) => void }) => (
  <div className="desk-empty">
    <EmptyState
      title={<FormattedMessage id="desk.empty.title" />}
      text={<FormattedMessage id="desk.empty.text" />}
    />
    <ul className="desk-empty-kinds">
      {newKinds.map(({ kind }) => (
        <li key={kind}>
          <KindIcon kind={kind} />
          <div>
            <h2>
              <FormattedMessage id={`kind.${kind}`} />
            </h2>
            <p>
              <FormattedMessage id={`desk.empty.${kind}`} />
            </p>
          </div>
          <Button variant={kind === 'pledge' ? 'primary' : 'secondary'} onPress={() => onCreate(kind)}>
            <FormattedMessage id={`desk.begin.${kind}`} />
          </Button>
        </li>
      ))}
    </ul>
    <p className="desk-empty-bring-in">
      <a href={hrefOf({ room: 'bring-in' })}>
        <FormattedMessage id="bring-in.empty" />
      </a>
    </p>
  </div>
);

type NothingFoundProps = {
  readonly view: DeskView;
  readonly onClear: () => void;
};

/** There are documents, but none that fits: says which of search and filter hides them. */
export const NothingFound = ({ view, onClear }: NothingFoundProps) => (
  <EmptyState
    title={<FormattedMessage id={view.query.trim() === '' ? 'desk.none.filter' : 'desk.none.search'} />}
    text={
      <FormattedMessage
        id={view.query.trim() === '' ? 'desk.none.filter.text' : 'desk.none.search.text'}
        values={{ query: view.query.trim() }}
      />
    }
    action={
      <Button variant="secondary" onPress={onClear}>
        <FormattedMessage id="desk.none.clear" />
      </Button>
    }
  />
);
