import './group-items.css';
import { Plus, Undo2 } from 'lucide-react';
import { Fragment, type KeyboardEvent, use, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useSessionPart } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { itemPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems, pathsWithin } from '#shared/domain/list-items.ts';
import type { GroupField } from '#shared/domain/template.ts';
import type { ControlProps } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { focusField } from '../focus-field.ts';
import { ItemHead } from './item-head.tsx';
import { listsWithin, OutlineContext, outlineNumber } from './outline-place.ts';
import { useItemDrag } from './use-item-drag.ts';

/** A change of places that Ctrl+Z takes back as long as nothing else was done in the list. */
type Moved = { readonly item: ItemId; readonly by: number };
type Removed = { readonly item: ItemId; readonly number: number; readonly values: FieldMap };

/** Where Alt with an arrow has a meaning of its own: lists that open by themselves, parts of a date, long text on a Mac. */
const keepsAltArrows =
  '[role="combobox"]:not([data-free]), [role="spinbutton"], [aria-haspopup]:not([data-move] *), textarea';

/** Items of a repeating group, each with fields of its own: add, move, remove and put back. */
export const GroupItems = ({ field, path, labelId, renderNested }: ControlProps<GroupField>) => {
  const { session, isReadOnly } = useEditor();
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const place = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState('');
  const lastMove = useRef<Moved | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const around = use(OutlineContext);
  const outline = field.layout === 'resultsFramework' ? { above: '', besides: [] } : around;
  const look = outline === null ? undefined : listsWithin(field).length === 0 ? 'row' : 'branch';
  const items = useSessionPart(session, ({ values }) => listItems(values, path));
  const name = read(field.itemLabel);

  const focusAfterPaint = (item: ItemId) =>
    requestAnimationFrame(() => {
      if (place.current !== null) focusField(place.current, itemPath(path, item));
    });
  const focusAfterPaintAt = (selector: string) =>
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(selector)?.focus());
  const remove = (item: ItemId, number: number) => {
    const { values } = session.getSnapshot();
    const paths = pathsWithin(values, itemPath(path, item));
    const kept = Object.fromEntries(paths.map((inside) => [inside, values[inside]])) as FieldMap;
    session.removeItem(path, item);
    lastMove.current = null;
    setRemoved({ item, number, values: kept });
    // The pressed button is gone: the way back is where the hand goes next.
    focusAfterPaintAt('.item-removed button');
  };
  const move = (item: ItemId, by: number) => {
    const to = items.indexOf(item) + by;
    if (to < 0 || to >= items.length) return;
    const focused = document.activeElement;
    session.moveItem(path, item, by);
    lastMove.current = { item, by };
    setMoved(
      formatMessage({ id: 'items.moved' }, { name, from: to - by + 1, number: to + 1, count: items.length }),
    );
    requestAnimationFrame(() => {
      const own = place.current?.querySelector<HTMLElement>(`[data-path="${itemPath(path, item)}"]`);
      own?.scrollIntoView({ block: 'nearest' });
      // Moving a row in the page takes the focus off what had it; a menu that closed has given it back.
      if (focused instanceof HTMLElement && own?.contains(focused)) focused.focus({ preventScroll: true });
      else own?.querySelector<HTMLElement>('[data-move] button')?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, item: ItemId) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (isReadOnly || by === 0 || !event.altKey || event.ctrlKey || event.metaKey) return;
    const { target, currentTarget } = event;
    // An item within an item: the inner one moves.
    if (!(target instanceof Element) || target.closest('[data-item]') !== currentTarget) return;
    if (target.matches(keepsAltArrows)) return;
    event.preventDefault();
    // Before the menu of places takes the arrow to open.
    event.stopPropagation();
    move(item, by);
  };
  const takeBackMove = (event: KeyboardEvent) => {
    const last = lastMove.current;
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (isReadOnly || last === null || !isUndo) return;
    // Otherwise the browser takes back the last letter of the line in which the focus rests.
    event.preventDefault();
    event.stopPropagation();
    move(last.item, -last.by);
    lastMove.current = null;
  };
  const { drag, handleOf } = useItemDrag(list, (from, to) => {
    const item = items[from];
    if (item !== undefined) move(item, to - from);
  });
  const putBack = () => {
    if (removed === null) return;
    session.setAll(new Map(Object.entries(removed.values)));
    setRemoved(null);
    focusAfterPaint(removed.item);
  };
  const wayBack = removed !== null && (
    <li className="item-removed" key="removed">
      <Note tone="plain" icon={Undo2}>
        <span role="status">
          <FormattedMessage id="fields.item.removed" values={{ name, number: removed.number }} />
        </span>{' '}
        <Button variant="quiet" onPress={putBack}>
          <FormattedMessage id="fields.item.putBack" />
        </Button>
      </Note>
    </li>
  );
  const wayBackAt = Math.min((removed?.number ?? 1) - 1, items.length);

  return (
    <div ref={place}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: only listens to what is typed in its lines */}
      <ol
        className="items"
        data-look={look}
        aria-labelledby={labelId}
        ref={list}
        onKeyDown={takeBackMove}
        onInput={() => {
          lastMove.current = null;
        }}
      >
        {items.map((item, index) => {
          const number = index + 1;
          const place = outline === null ? null : outlineNumber(outline, field, index);
          const title =
            place === null
              ? formatMessage({ id: 'fields.item.title' }, { name, number })
              : formatMessage({ id: 'budget.results.title' }, { name, number: place });
          const isTarget = drag !== null && drag.to === index && drag.from !== index;
          return (
            <Fragment key={item}>
              {index === wayBackAt && wayBack}
              <li
                className="item"
                data-item
                data-path={itemPath(path, item)}
                data-dragged={drag?.from === index || undefined}
                data-drop={isTarget ? (drag.to < drag.from ? 'before' : 'after') : undefined}
                onKeyDownCapture={(event) => onKeyDown(event, item)}
              >
                <fieldset>
                  <legend className="unseen">{title}</legend>
                  <ItemHead
                    title={title}
                    name={name}
                    number={number}
                    count={items.length}
                    isReadOnly={isReadOnly}
                    handle={handleOf(index)}
                    onMove={(by) => move(item, by)}
                    onRemove={() => remove(item, number)}
                  />
                  <OutlineContext
                    value={place === null ? null : { above: place, besides: listsWithin(field) }}
                  >
                    <div className="item-fields" data-control>
                      {field.fields.map((inner) => renderNested(inner, subPath(path, item, inner.id)))}
                    </div>
                  </OutlineContext>
                </fieldset>
              </li>
            </Fragment>
          );
        })}
        {wayBackAt === items.length && wayBack}
      </ol>
      <p className="unseen" role="status">
        {moved}
      </p>
      {!isReadOnly && (
        <div className="item-add">
          <Button
            variant="secondary"
            icon={Plus}
            onPress={() => {
              setRemoved(null);
              lastMove.current = null;
              focusAfterPaint(session.addItem(path));
            }}
          >
            <FormattedMessage id="fields.item.add" values={{ name }} />
          </Button>
        </div>
      )}
    </div>
  );
};
