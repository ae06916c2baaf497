import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Patch } from '../model/operation.ts';
import { listLodgings } from './server-lodging.ts';
import { finish, Office, R1, R2 } from './trial-office.ts';

const MAU = 'AAAAAAAAAAAAAAAAAAAAAA';
const MAU_AGAIN = 'BBBBBBBBBBBBBBBBBBBBBA';
const yes = (more: Patch = {}): Patch => ({ citizen: MAU, purposes: ['prepare'], at: 1, ...more });
const STOPPED = { state: 'needsPerson', reason: 'consentWithdrawn' };

/** A commune in which somebody said yes and a dossier of theirs is finished. */
function openOffice(route = 'selfOwnPhone'): Office {
  const office = new Office();
  office.write(yes(), { collection: 'consent', dossier: 'yes' });
  office.write({ citizen: MAU, ...finish(route) });
  return office;
}
const withdraw = (office: Office, consent = 'yes'): unknown =>
  office.write({ withdrawnAt: 9 }, { collection: 'consent', dossier: consent });

describe('a yes to preparing that is taken back', () => {
  it('recalls what waits at the portal, and says so in the dossier', () => {
    const office = openOffice();
    office.lodge({ state: 'awaitingCitizen', at: 6, packNumber: 'P1' });
    withdraw(office);
    expect(office.told()).toEqual([`putIntent ${R1}`, `withdrawIntent ${R1}`]);
    expect(office.lodging()).toEqual({ ...STOPPED, at: 1_000, packNumber: 'P1' });
    withdraw(office);
    expect(office.told()).toHaveLength(2);
  });

  it('keeps beside it why a person was asked, and what they are asked since; only the portal says that it is back', () => {
    const office = openOffice();
    office.lodge({ state: 'needsPerson', at: 6, reason: 'packVanished', packNumber: 'P1' });
    withdraw(office);
    const both = { ...STOPPED, at: 1_000, packNumber: 'P1', doubts: ['packVanished'] };
    expect(office.lodging()).toEqual(both);
    office.lodge({ state: 'needsPerson', at: 7, reason: 'notTakenBack', packNumber: 'P1' });
    office.lodge({ state: 'needsPerson', at: 8, reason: 'notTakenBack', packNumber: 'P1' });
    expect(office.lodging()).toEqual({ ...both, doubts: ['packVanished', 'notTakenBack'] });
    const recall = (packNumber: string) =>
      listLodgings(() => office.lodging(), [{ type: 'recalled', packNumber, at: 9 }]);
    expect(recall('P2')).toEqual([]);
    for (const told of recall('P1')) office.lodge(told);
    expect(office.lodging()).toMatchObject({ ...STOPPED, recalledAt: 9 });
    expect(recall('P1')).toEqual([]);
  });

  it('stops what waits at the desk too, where no portal knows of it', () => {
    const office = openOffice('counter');
    expect(office.lodging()).toMatchObject({ state: 'awaitingOffice' });
    withdraw(office);
    expect(office.lodging()).toMatchObject(STOPPED);
    expect(office.told()).toEqual([]);
  });

  it('leaves what is lodged, what is not finished, and what is somebody else’s', () => {
    const office = openOffice();
    office.lodge({ state: 'lodged', at: 6, dossierNo: 'H01', evidence: 'portalRead' });
    office.write({ citizen: MAU, procedure: '2.000635' }, { dossier: 'draft' });
    office.write({ citizen: MAU_AGAIN, ...finish('selfOwnPhone', R2) }, { dossier: 'other' });
    withdraw(office);
    expect(office.lodging()).toMatchObject({ state: 'lodged', dossierNo: 'H01' });
    expect(office.lodging('draft')).toBeNull();
    expect(office.told()).toEqual([`putIntent ${R1}`, `putIntent ${R2}`]);
  });

  it('stops nothing while another yes stands, also under another record of the same person', () => {
    const office = openOffice();
    office.write(yes({ citizen: MAU_AGAIN }), { collection: 'consent', dossier: 'yes-again' });
    office.persons = [[MAU as RecordId, MAU_AGAIN as RecordId]];
    withdraw(office);
    expect(office.told()).toEqual([`putIntent ${R1}`]);
    withdraw(office, 'yes-again');
    expect(office.lodging()).toMatchObject(STOPPED);
  });

  it('is no matter of the police, nor of somebody of whom no yes is known', () => {
    const office = openOffice();
    office.write(yes({ purposes: ['policeReferral'] }), { collection: 'consent', dossier: 'police' });
    withdraw(office, 'police');
    const unknown = new Office();
    unknown.write({ citizen: MAU, ...finish('selfOwnPhone') });
    expect([...office.told(), ...unknown.told()]).toEqual([`putIntent ${R1}`, `putIntent ${R1}`]);
  });

  it('holds back what another phone finishes without having heard of it, on every way', () => {
    const office = openOffice();
    withdraw(office);
    office.write({ citizen: MAU, ...finish('relative', R2) }, { dossier: 'late' });
    office.write({ citizen: MAU, ...finish('counter', 'C'.repeat(17)) }, { dossier: 'paper' });
    expect(office.lodging('late')).toMatchObject(STOPPED);
    expect(office.lodging('paper')).toMatchObject(STOPPED);
    expect(office.told()).not.toContain(`putIntent ${R2}`);
  });

  it('is undone by a new yes and by finishing again: at the portal under a new reference, at the desk as before', () => {
    for (const [route, state] of [
      ['selfOwnPhone', undefined],
      ['counter', 'awaitingOffice'],
    ] as const) {
      const office = openOffice(route);
      withdraw(office);
      office.write(yes(), { collection: 'consent', dossier: 'yes-2' });
      expect(office.lodging()).toMatchObject(STOPPED);
      office.write(finish(route, R2));
      expect(office.lodging()?.state).toBe(state);
    }
  });
});
