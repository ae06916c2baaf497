import { expect, it } from 'vitest';
import { fillSheets } from './fill-sheets.ts';

it('lays four copies of one person, two of two, and everybody of a session once', () => {
  expect(fillSheets(['a'], 'quarter')).toEqual([['a', 'a', 'a', 'a']]);
  expect(fillSheets(['a', 'b'], 'quarter')).toEqual([['a', 'b', 'a', 'b']]);
  expect(fillSheets(['a', 'b', 'c'], 'quarter')).toEqual([['a', 'b', 'c', 'a']]);
  expect(fillSheets(['a', 'b', 'c', 'd', 'e'], 'quarter')).toEqual([['a', 'b', 'c', 'd'], ['e']]);
  expect(fillSheets([], 'quarter')).toEqual([]);
});

it('lays two of the long ones, or one', () => {
  expect(fillSheets(['a'], 'half')).toEqual([['a', 'a']]);
  expect(fillSheets(['a', 'b', 'c'], 'half')).toEqual([['a', 'b'], ['c']]);
  expect(fillSheets(['a', 'b'], 'single')).toEqual([['a'], ['b']]);
});
