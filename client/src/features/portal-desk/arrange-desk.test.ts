import { describe, expect, it } from 'vitest';
import type { Lodging, RecordedNumber } from '#shared/model/dossier';
import { canTakeNumberAway, findStanding, groupDesk, listExpected, type Standing } from './arrange-desk.ts';
import { makeUpPack } from './made-up-pack.ts';
import type { Pack } from './read-pack.ts';

const recorded: RecordedNumber = {
  dossierNo: 'H57.13-261122-0003',
  evidence: 'officerEntered',
  formatKnown: true,
  by: 'anh Tú',
  at: 5,
};
const lodging = (state: Lodging['state']): Lodging => ({ state, at: 3 });
const sent = { transport: 'atServer' } as const;
const unsent = { transport: 'onDevice' } as const;
const refusal = { seq: 9, code: 'numberUsed', field: 'recordedNumber' } as const;

describe('where a dossier stands at the desk', () => {
  it('is what the commune says, and “prepared” before anybody has taken it', () => {
    expect(findStanding({ lodging: undefined, recorded: undefined }, sent)).toBe('finished');
    expect(findStanding({ lodging: lodging('awaitingOffice'), recorded: undefined }, sent)).toBe(
      'awaitingOffice',
    );
  });

  it('is never “lodged” because somebody recorded a number here, until the commune has it', () => {
    expect(findStanding({ lodging: lodging('awaitingOffice'), recorded }, unsent)).toBe('recorded');
    expect(findStanding({ lodging: lodging('lodged'), recorded }, sent)).toBe('lodged');
  });

  it('says that a number was refused, until another one is recorded', () => {
    const pack = { lodging: lodging('awaitingOffice'), recorded };
    expect(findStanding(pack, { ...sent, setAside: refusal })).toBe('refused');
    expect(findStanding(pack, { ...unsent, setAside: refusal })).toBe('recorded');
    expect(findStanding({ lodging: lodging('lodged'), recorded }, { ...sent, setAside: refusal })).toBe(
      'lodged',
    );
  });

  it('is a doubt for a person when two numbers are known, although one of them was recorded here', () => {
    expect(findStanding({ lodging: lodging('needsPerson'), recorded }, sent)).toBe('needsPerson');
  });
});

describe('a number that was recorded here', () => {
  const pack = makeUpPack('a', { recorded });

  it('can be taken away again, also when the commune has refused it', () => {
    for (const standing of ['recorded', 'lodged', 'refused'] as const)
      expect(canTakeNumberAway({ pack, standing })).toBe(true);
  });

  it('cannot where there is none, or where the portal itself told of it', () => {
    expect(canTakeNumberAway({ pack: makeUpPack('a'), standing: 'lodged' })).toBe(false);
    const read = { ...pack, lodging: { ...lodging('lodged'), evidence: 'portalRead' } as const };
    expect(canTakeNumberAway({ pack: read, standing: 'lodged' })).toBe(false);
  });
});

describe('the desk of a day', () => {
  const today = '2026-11-22';
  const appointment = (part: 'morning' | 'afternoon', day = today) => ({ day, part, place: 'một cửa' });
  const atCentre = { route: 'assistedAtCentre' } as const;
  const entry = (record: string, standing: Standing, changes: Partial<Pack> = {}) => ({
    pack: makeUpPack(record, changes),
    standing,
  });
  const listGroups = (entries: Parameters<typeof groupDesk>[0]) =>
    Object.fromEntries(
      Object.entries(groupDesk(entries, today))
        .filter(([, group]) => group.length > 0)
        .map(([name, group]) => [name, group.map(({ pack }) => String(pack.record))]),
    );

  it('has the appointments of today in the order of the day, whatever else they wait for', () => {
    expect(
      listGroups([
        entry('late', 'awaitingCitizen', { ...atCentre, appointment: appointment('afternoon') }),
        entry('mending', 'needsFix', { ...atCentre, appointment: appointment('morning') }),
        entry('tomorrow', 'awaitingCitizen', { appointment: appointment('morning', '2026-11-23') }),
      ]),
    ).toEqual({ today: ['mending', 'late'], citizen: ['tomorrow'] });
  });

  it('asks the officer about a number that the portal does not know, until somebody has compared it', () => {
    const lodged: Lodging = {
      state: 'lodged',
      at: 1,
      dossierNo: 'H57-1',
      evidence: 'officerEntered',
      notFoundAt: 2,
    };
    const checked = (dossierNo: string) => ({
      lodging: lodged,
      numberChecked: { dossierNo, by: 'Tú', at: 3 },
    });
    const groups = listGroups([
      entry('mending', 'needsFix'),
      entry('unknown', 'lodged', { lodging: lodged }),
      entry('checked', 'lodged', checked('H57-1')),
      entry('another', 'lodged', checked('H57-2')),
    ]);
    expect(groups).toEqual({ act: ['unknown', 'another', 'mending'], done: ['checked'] });
  });

  it('expects nobody whose way has left the office', () => {
    const own = [entry('own', 'awaitingCitizen', { appointment: appointment('morning') })];
    expect(listGroups(own)).toEqual({ citizen: ['own'] });
    expect(listExpected(own, today)).toEqual([]);
  });

  it('prints everybody who is to come, also where there is a doubt or where it is done already', () => {
    const come = (record: string, standing: Standing, part: 'morning' | 'afternoon') =>
      entry(record, standing, { ...atCentre, appointment: appointment(part) });
    const expected = listExpected(
      [
        come('waiting', 'awaitingOffice', 'afternoon'),
        come('doubt', 'needsPerson', 'morning'),
        come('refused', 'refused', 'afternoon'),
        come('done', 'lodged', 'morning'),
        entry('another', 'awaitingOffice', atCentre),
      ],
      today,
    );
    expect(expected.map(({ pack }) => String(pack.record))).toEqual(['doubt', 'done', 'waiting', 'refused']);
  });

  it('puts doubts and refused numbers before everything, also on the day of the appointment', () => {
    expect(
      listGroups([
        entry('mending', 'needsFix'),
        entry('doubt', 'needsPerson', { appointment: appointment('morning') }),
        entry('refused', 'refused'),
      ]),
    ).toEqual({ act: ['refused', 'doubt', 'mending'] });
  });

  it('lists what comes to the counter apart from what the citizen files', () => {
    expect(
      listGroups([
        entry('counter', 'finished', { route: 'counter' }),
        entry('waiting', 'awaitingOffice'),
        entry('own', 'finished'),
      ]),
    ).toEqual({ office: ['counter', 'waiting'], citizen: ['own'] });
  });

  it('counts all that is done, the latest first: how much of it is listed is for the screen', () => {
    const done = Array.from({ length: 31 }, (_, at) =>
      entry(`d${at}`, 'lodged', { lodging: { state: 'lodged', at } }),
    );
    const counted = listGroups(done)['done'] ?? [];
    expect([counted.length, counted[0], counted.at(-1)]).toEqual([31, 'd30', 'd0']);
  });
});
