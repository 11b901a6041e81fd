import { expect, test, vi } from 'vitest';
import { memoryStore } from './memory-store.ts';
import { News, tellingStore } from './news.ts';

test('[FE10] a reader is woken by its own realms, and not by others', async () => {
  const news = new News();
  const woken = vi.fn();
  const waiting = news.wait(['a', 'b'], news.tellings, 60_000).then(woken);
  news.tell(['c']);
  await Promise.resolve();
  expect(woken).not.toHaveBeenCalled();
  news.tell(['b']);
  await waiting;
  expect(woken).toHaveBeenCalledOnce();
});

test('[FE10] what is told while a reader reads is not slept through', async () => {
  const news = new News();
  const { tellings } = news;
  news.tell(['a']);
  await news.wait(['a'], tellings, 60_000);
  await news.wait(['a'], news.tellings, 1);
});

test('a store tells of the realms whose heads moved once the change is committed, and of none that was rolled back', async () => {
  const news = new News();
  const tell = vi.spyOn(news, 'tell');
  const store = tellingStore(memoryStore(), news);
  const write = async (realm: string, fails: boolean) =>
    store.transaction(async (rows) => {
      await rows.lockRealms([realm]);
      await rows.saveHead(realm, 1);
      expect(tell).not.toHaveBeenCalled();
      if (fails) throw new Error('no');
    });
  await expect(write('a', true)).rejects.toThrow('no');
  await store.transaction(async (rows) => rows.lockRealms(['a']));
  expect(tell).not.toHaveBeenCalled();
  await write('b', false);
  expect(tell.mock.calls.map(([realms]) => [...realms])).toEqual([['b']]);
});
