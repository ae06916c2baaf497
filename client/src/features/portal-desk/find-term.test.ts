import { describe, expect, it } from 'vitest';
import { commonTimes } from '#data/office-times';
import type { Lodging } from '#shared/model/dossier';
import { findTerm, remindOfDesk } from './find-term.ts';
import { makeUpPack } from './made-up-pack.ts';
import type { Pack } from './read-pack.ts';

const at = (text: string): number => Date.parse(`2026-${text}:00+07:00`);
const lodged = (lodgedAt: number, more: Partial<Lodging> = {}): Lodging => ({
  ...{ state: 'lodged', at: lodgedAt, dossierNo: 'H57.13-261126-0003' },
  ...more,
});

describe('when a result is due', () => {
  it('is the same day before 15:00 and the next working day after it, for civil status', () => {
    const due = (lodgedAt: number) => findTerm(makeUpPack('a', { lodging: lodged(lodgedAt) }), commonTimes);
    expect(due(at('11-26T14:59'))?.dueAt).toBe(at('11-26T17:00'));
    expect(due(at('11-26T15:01'))?.dueAt).toBe(at('11-27T17:00'));
  });

  it('takes a proposed holiday for one, and says to call first', () => {
    const pack = makeUpPack('a', { lodging: lodged(at('11-23T15:30')) });
    expect(findTerm(pack, commonTimes)).toMatchObject({ dueAt: at('11-25T17:00'), isDoubtful: true });
  });

  it('counts from when its number was known, whatever was asked for later; and stands still meanwhile', () => {
    const asked = {
      lodgedAt: at('11-26T09:00'),
      askedAt: at('11-26T10:00'),
      reason: 'ảnh mờ',
      askedBy: 'Tú',
    };
    const waiting = makeUpPack('a', { lodging: lodged(at('11-26T10:00'), asked) });
    expect(findTerm(waiting, commonTimes)?.dueAt).toBeNull();
    const mended = makeUpPack('a', {
      lodging: lodged(at('11-26T10:00'), { ...asked, mendedAt: at('11-27T08:00') }),
    });
    expect(findTerm(mended, commonTimes)?.dueAt).toBe(at('11-27T17:00'));
  });

  it('is nobody’s to say before the dossier is accepted, or without a number', () => {
    expect(findTerm(makeUpPack('a'), commonTimes)).toBeUndefined();
    const registered = makeUpPack('a', { lodging: lodged(at('11-26T09:00'), { status: 1 }) });
    expect(findTerm(registered, commonTimes)).toBeUndefined();
  });
});

describe('what the officer is reminded of', () => {
  const noted = { at: at('11-26T16:00'), by: 'anh Tú' };
  const entry = (record: string, changes: Partial<Pack>) => ({
    pack: makeUpPack(record, { lodging: lodged(at('11-26T09:00')), ...changes }),
    standing: 'lodged' as const,
  });

  it('names the very dossiers that were handed over and not closed, before they are late', () => {
    const entries = [
      entry('handed', { handedOver: noted }),
      entry('closed', { handedOver: noted, closed: noted }),
      entry('open', {}),
      entry('notLodged', { lodging: undefined }),
    ];
    const told = remindOfDesk(entries, at('11-26T16:20'), commonTimes);
    expect(
      told.map(({ key, entries: counted }) => [key, counted.map(({ pack }) => String(pack.record))]),
    ).toEqual([
      ['reminder.closeOnSoftware', ['handed']],
      ['reminder.dueSoon', ['open']],
    ]);
  });
});
