import './group-items.css';
import { ArrowDown, ArrowUp, Plus, Undo2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#renderer/components/button.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { Note } from '#renderer/components/note.tsx';
import { useSession } from '#renderer/hooks/use-document.ts';
import { useLocalized } from '#renderer/i18n/use-localized.ts';
import { itemPath, subPath } from '#shared/domain/field-path.ts';
import type { FieldMap } from '#shared/domain/field-value.ts';
import type { ItemId } from '#shared/domain/ids.ts';
import { listItems, pathsWithin } from '#shared/domain/list-items.ts';
import type { GroupField } from '#shared/domain/template.ts';
import type { ControlProps } from '../control-props.ts';
import { useEditor } from '../editor-context.ts';
import { focusField } from '../focus-field.ts';

type Removed = { readonly number: number; readonly values: FieldMap };

/** Items of a repeating group, each with fields of its own: add, move, remove and put back. */
export const GroupItems = ({ field, path, labelId, renderNested }: ControlProps<GroupField>) => {
  const { session, isReadOnly } = useEditor();
  const { values } = useSession(session);
  const { formatMessage } = useIntl();
  const read = useLocalized();
  const place = useRef<HTMLDivElement>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const items = listItems(values, path);
  const name = read(field.itemLabel);

  const focusAfterPaint = (item: ItemId) =>
    requestAnimationFrame(() => {
      if (place.current !== null) focusField(place.current, itemPath(path, item));
    });
  const focusAfterPaintAt = (selector: string) =>
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(selector)?.focus());
  const remove = (item: ItemId, number: number) => {
    const paths = pathsWithin(values, itemPath(path, item));
    const kept = Object.fromEntries(paths.map((inside) => [inside, values[inside]])) as FieldMap;
    session.removeItem(path, item);
    setRemoved({ number, values: kept });
    // The pressed button is gone: the way back is where the hand goes next.
    focusAfterPaintAt('.item-removed button');
  };
  const move = (item: ItemId, by: -1 | 1) => {
    session.moveItem(path, item, by);
    // Moving a row in the page takes the focus off its button.
    focusAfterPaintAt(`[data-path="${itemPath(path, item)}"] [data-move="${by}"] button:enabled`);
  };
  const putBack = () => {
    for (const [inside, value] of Object.entries(removed?.values ?? {})) session.set(inside, value);
    setRemoved(null);
  };

  return (
    <div ref={place}>
      <ol className="items" aria-labelledby={labelId}>
        {items.map((item, index) => {
          const number = index + 1;
          const title = formatMessage({ id: 'fields.item.title' }, { name, number });
          return (
            <li className="item" key={item} data-path={itemPath(path, item)}>
              <fieldset>
                <legend className="unseen">{title}</legend>
                <div className="item-head">
                  <strong aria-hidden>{title}</strong>
                  {!isReadOnly && (
                    <span className="item-tools">
                      <span data-move="-1">
                        <IconButton
                          label={formatMessage({ id: 'fields.item.up' }, { name, number })}
                          icon={ArrowUp}
                          isDisabled={index === 0}
                          onPress={() => move(item, -1)}
                        />
                      </span>
                      <span data-move="1">
                        <IconButton
                          label={formatMessage({ id: 'fields.item.down' }, { name, number })}
                          icon={ArrowDown}
                          isDisabled={index === items.length - 1}
                          onPress={() => move(item, 1)}
                        />
                      </span>
                      <IconButton
                        label={formatMessage({ id: 'fields.item.remove' }, { name, number })}
                        icon={X}
                        onPress={() => remove(item, number)}
                      />
                    </span>
                  )}
                </div>
                <div className="item-fields" data-control>
                  {field.fields.map((inner) => renderNested(inner, subPath(path, item, inner.id)))}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      {removed !== null && (
        <div className="item-removed" role="status">
          <Note tone="plain" icon={Undo2}>
            <FormattedMessage id="fields.item.removed" values={{ name, number: removed.number }} />{' '}
            <Button variant="quiet" onPress={putBack}>
              <FormattedMessage id="fields.item.putBack" />
            </Button>
          </Note>
        </div>
      )}
      {!isReadOnly && (
        <div className="item-add">
          <Button
            variant="secondary"
            icon={Plus}
            onPress={() => {
              setRemoved(null);
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
