import { expect, it } from 'vitest';
import { beginWatch, type ListedFile, lookAgain } from './scanner-folder.ts';

const file = (name: string, size = 100, modified = 1): ListedFile => ({ name, size, modified });

it('offers nothing of what lay there before it was watched', () => {
  const old = [file('cu.jpg'), file('cu-2.pdf')];
  const once = lookAgain(beginWatch(old), old);
  expect(once.arrived).toEqual([]);
  expect(lookAgain(once.watched, old).arrived).toEqual([]);
});

it('waits until a scanner has written its file to the end', () => {
  const begun = beginWatch([]);
  const first = lookAgain(begun, [file('moi.jpg', 0)]);
  const second = lookAgain(first.watched, [file('moi.jpg', 40)]);
  const third = lookAgain(second.watched, [file('moi.jpg', 90)]);
  expect([first, second, third].map(({ arrived }) => arrived)).toEqual([[], [], []]);
  const fourth = lookAgain(third.watched, [file('moi.jpg', 90)]);
  expect(fourth.arrived).toEqual(['moi.jpg']);
  // Once only.
  expect(lookAgain(fourth.watched, [file('moi.jpg', 90)]).arrived).toEqual([]);
});

it('offers what came together in the order in which it was scanned', () => {
  const files = [file('b.jpg', 5, 30), file('a.jpg', 5, 40), file('c.jpg', 5, 20)];
  const once = lookAgain(beginWatch([]), files);
  expect(lookAgain(once.watched, files).arrived).toEqual(['c.jpg', 'b.jpg', 'a.jpg']);
});

it('offers a name again that the scanner has used anew', () => {
  const begun = beginWatch([file('quet.jpg', 100, 1)]);
  const anew = [file('quet.jpg', 100, 2)];
  expect(lookAgain(lookAgain(begun, anew).watched, anew).arrived).toEqual(['quet.jpg']);
});
