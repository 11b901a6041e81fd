import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { placeOf } from './item-place.ts';

/** What is being dragged: the item at `from` would come to stand at `to`. */
export type ItemDrag = { readonly from: number; readonly to: number };

/** Pixels after which a press on the handle is a drag. */
const slack = 4;

type Held = { readonly from: number; readonly y: number; readonly pointer: number };

/**
 * Reorders the items of a list by their handles with mouse, pen or finger; Escape lets go. `list`: the
 * element whose children with `data-item` are the items.
 */
export const useItemDrag = (
  list: RefObject<HTMLElement | null>,
  onDrop: (from: number, to: number) => void,
) => {
  const held = useRef<Held | null>(null);
  const [drag, setDrag] = useState<ItemDrag | null>(null);

  const letGo = () => {
    held.current = null;
    setDrag(null);
  };
  useEffect(() => {
    if (drag === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      held.current = null;
      setDrag(null);
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [drag]);

  const items = (): readonly Element[] =>
    [...(list.current?.children ?? [])].filter((child) => child.hasAttribute('data-item'));

  const handleOf = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { from: index, y: event.clientY, pointer: event.pointerId };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = held;
      if (current === null || event.pointerId !== current.pointer) return;
      if (drag === null && Math.abs(event.clientY - current.y) < slack) return;
      const all = items();
      const middles = all.map((item) => {
        const { top, bottom } = item.getBoundingClientRect();
        return (top + bottom) / 2;
      });
      const to = placeOf(middles, current.from, event.clientY);
      setDrag((before) => (before?.to === to ? before : { from: current.from, to }));
      if (to !== drag?.to) all[to]?.scrollIntoView({ block: 'nearest' });
    },
    onPointerUp: () => {
      if (drag !== null && held.current !== null && drag.from !== drag.to) onDrop(drag.from, drag.to);
      letGo();
    },
    onPointerCancel: letGo,
  });
  return { drag, handleOf };
};
