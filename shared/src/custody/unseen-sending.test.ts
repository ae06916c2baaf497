import { describe, expect, it } from 'vitest';
import { continueUnseen, cutStretch, maySendUnseen } from './unseen-sending.ts';

describe('a vault that no page has open', () => {
  it('is sent for with its send key, while it has one history and came back no older', () => {
    const vault = { hasSendKey: true, isStopped: false, head: { forked: false } };
    expect(maySendUnseen(vault)).toBe(true);
    expect(maySendUnseen({ ...vault, hasSendKey: false })).toBe(false);
    expect(maySendUnseen({ ...vault, isStopped: true })).toBe(false);
    expect(maySendUnseen({ ...vault, head: { forked: true } })).toBe(false);
  });

  it('is asked for first, and goes on from where the commune says', () => {
    expect(continueUnseen(undefined, { expected: 4, forked: false })).toEqual({ type: 'send', from: 4 });
    expect(continueUnseen(4, { expected: 9, forked: false })).toEqual({ type: 'send', from: 9 });
  });

  it('is tried again later only where nothing was heard', () => {
    expect(continueUnseen(4, undefined)).toEqual({ type: 'over', isDrained: false });
    expect(continueUnseen(4, { expected: 4, forked: false })).toEqual({ type: 'over', isDrained: true });
    expect(continueUnseen(undefined, { expected: 4, forked: true })).toEqual({
      type: 'over',
      isDrained: true,
    });
  });
});

describe('a stretch', () => {
  const rows = [4, 5, 7].map((seq) => ({ seq, length: 100 }));

  it('ends before a gap, and begins nowhere else', () => {
    expect(cutStretch(rows, 4, 1_000).map(({ seq }) => seq)).toEqual([4, 5]);
    expect(cutStretch(rows, 3, 1_000)).toEqual([]);
  });

  it('keeps within a batch, and has at least one', () => {
    expect(cutStretch(rows, 4, 150).map(({ seq }) => seq)).toEqual([4]);
    expect(cutStretch(rows, 4, 10).map(({ seq }) => seq)).toEqual([4]);
  });
});
