import { expect, test } from 'vitest';
import { watchPresses } from './press-watch.ts';

const stage = () => {
  const page = new EventTarget();
  const frames: (() => void)[] = [];
  const told: string[] = [];
  return {
    told,
    watch: watchPresses(page, (callback) => frames.push(callback)),
    happen: (type: string, more: object = {}) => page.dispatchEvent(Object.assign(new Event(type), more)),
    draw: () => {
      for (const frame of frames.splice(0)) frame();
    },
  };
};

test('without a press it waits for the next frame only', () => {
  const { told, watch, draw } = stage();
  watch.whenReleased(() => told.push('left'));
  expect(told).toEqual([]);
  draw();
  expect(told).toEqual(['left']);
});

test('nothing moves between the press and the frame after its end', () => {
  const { told, watch, happen, draw } = stage();
  happen('pointerdown');
  watch.whenReleased(() => told.push('left'));
  draw();
  expect(told).toEqual([]);
  happen('pointerup');
  expect(told).toEqual([]);
  draw();
  expect(told).toEqual(['left']);
});

test('a press that begins before the frame is waited for as well', () => {
  const { told, watch, happen, draw } = stage();
  watch.whenReleased(() => told.push('left'));
  happen('pointerdown');
  draw();
  expect(told).toEqual([]);
  happen('pointerup');
  draw();
  expect(told).toEqual(['left']);
});

test('a release that nobody told is seen when the pointer moves without a button', () => {
  const { told, watch, happen, draw } = stage();
  happen('pointerdown');
  watch.whenReleased(() => told.push('left'));
  happen('pointermove', { buttons: 1 });
  draw();
  expect(told).toEqual([]);
  happen('pointermove', { buttons: 0 });
  draw();
  expect(told).toEqual(['left']);
});

test('what was called off or stopped is never called', () => {
  const { told, watch, draw } = stage();
  watch.whenReleased(() => told.push('called off'))();
  watch.whenReleased(() => told.push('stopped'));
  watch.stop();
  draw();
  expect(told).toEqual([]);
});
