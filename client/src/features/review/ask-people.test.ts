import { describe, expect, it } from 'vitest';
import type { PeopleReply } from '#shared/contracts/review';
import { ok } from '#shared/result';
import { askPeople } from './ask-people.ts';

const people: PeopleReply['people'] = [{ name: 'Hoàng Thị Mẫu', queue: ['A01'], dossiers: [] }];

/** `closesAfter`: after which answer whoever asked has closed the question. */
function openOffice(closesAfter?: 'pin' | 'people') {
  const asked: string[] = [];
  let isWanted = true;
  const answer = (what: 'pin' | 'people') => {
    asked.push(what);
    if (what === closesAfter) isWanted = false;
  };
  const office = {
    confirmPin: async (pin: string) => {
      answer('pin');
      return pin === '246810' ? undefined : 'Mã PIN không đúng';
    },
    ask: async <T>() => {
      answer('people');
      return ok({ people } as T);
    },
  };
  const ask = (pin = '246810') => askPeople(office, { session: 's', pin, isWanted: () => isWanted });
  return { ask, asked };
}

describe('the names of a session', () => {
  it('are shown after the PIN, and asked for only then', async () => {
    const right = openOffice();
    expect(await right.ask()).toEqual({ type: 'people', people });
    const wrong = openOffice();
    expect(await wrong.ask('111111')).toEqual({ type: 'pinRefused', problem: 'Mã PIN không đúng' });
    expect(wrong.asked).toEqual(['pin']);
  });

  it('are not asked for, and not written down as seen, once the question was closed', async () => {
    const { ask, asked } = openOffice('pin');
    expect(await ask()).toEqual({ type: 'notWanted' });
    expect(asked).toEqual(['pin']);
  });

  it('that come after the question was closed are shown to nobody', async () => {
    expect(await openOffice('people').ask()).toEqual({ type: 'notWanted' });
  });
});
