import { afterEach, describe, expect, it } from 'vitest';
import type { SyncAnswer } from '#shared/contracts/sync';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import { makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers, openCommune } from '../../../fixtures/devices/open-servers.ts';
import { pull, send } from '../../../fixtures/devices/send-and-pull.ts';

afterEach(closeServers);

const listRecords = (answer: SyncAnswer): string[] => answer.changes.map((change) => change.record);

describe('the office, of those of whom the police are to be told', () => {
  async function openReferral() {
    const { server, commune } = await openCommune();
    const phone = await server.enrol(commune.n, { team: 'Thôn Đoài' });
    const officer = await server.enrol(commune.n, { role: 'officer' });
    const [citizen, consent, referral] = [makeId<RecordId>(), makeId<RecordId>(), makeId<RecordId>()];
    const saveCitizen = () =>
      phone.save({
        collection: 'citizen',
        record: citizen,
        patch: { fullName: 'HOÀNG THỊ MẪU', personalId: '099147000011', dateOfBirth: '1947-03-02' },
      });
    const saveReferral = () =>
      phone.save({
        collection: 'policeReferral',
        record: referral,
        patch: { citizen, name: 'HOÀNG THỊ MẪU', errands: ['level2'], day: '2026-11-25' },
      });
    const saveConsent = (patch: Patch = {}) =>
      phone.save({
        collection: 'consent',
        record: consent,
        patch: { citizen, referral, purposes: ['prepare', 'policeReferral'], witness: 'con gái', ...patch },
      });
    return {
      server,
      commune,
      phone,
      officer,
      citizen,
      consent,
      referral,
      saveCitizen,
      saveReferral,
      saveConsent,
    };
  }

  it('is the referral and nothing else of the person, whichever of the two arrives first', async () => {
    for (const order of ['consent', 'referral']) {
      const { phone, officer, referral, ...save } = await openReferral();
      save.saveCitizen();
      if (order === 'consent') save.saveConsent();
      await send(phone);
      expect((await pull(officer)).changes).toEqual([]);
      save.saveReferral();
      const from = order === 'consent' ? 3 : 2;
      await send(phone, from);
      if (order === 'referral') {
        expect((await pull(officer)).changes).toEqual([]);
        save.saveConsent();
        await send(phone, 3);
      }
      const { changes } = await pull(officer);
      expect(changes).toMatchObject([
        { record: referral, fields: { name: 'HOÀNG THỊ MẪU', day: '2026-11-25' } },
      ]);
      expect(JSON.stringify(changes)).not.toMatch(/099147000011|1947-03-02|con gái/);
    }
  });

  it('goes with the yes, at once, and comes back with it', async () => {
    const { phone, officer, referral, consent, ...save } = await openReferral();
    save.saveConsent();
    save.saveReferral();
    await send(phone);
    const shown = await pull(officer);
    expect(listRecords(shown)).toEqual([referral]);
    phone.save({ collection: 'consent', record: consent, patch: { withdrawnAt: 9 } });
    await send(phone, 3);
    const gone = await pull(officer, shown.cursor);
    expect(gone.changes).toMatchObject([{ record: referral, kind: 'withdrawn', fields: {} }]);
    save.saveReferral();
    await send(phone, 4);
    expect((await pull(officer, gone.cursor)).changes).toEqual([]);
    expect((await pull(officer)).changes.filter(({ kind }) => kind !== 'withdrawn')).toEqual([]);
    phone.save({ collection: 'consent', record: consent, patch: { withdrawnAt: null } });
    await send(phone, 5);
    expect(await pull(officer, gone.cursor)).toMatchObject({
      changes: [{ record: referral, kind: 'granted' }],
    });
  });

  it('never shows one whose yes was for something else, or taken back before the referral came', async () => {
    for (const patch of [{ purposes: ['prepare'] }, { withdrawnAt: 9 }]) {
      const { phone, officer, ...save } = await openReferral();
      save.saveConsent();
      save.saveConsent(patch);
      save.saveReferral();
      await send(phone);
      expect((await pull(officer)).changes.filter(({ kind }) => kind !== 'withdrawn')).toEqual([]);
    }
  });

  it('opens no other kind of record to the office, whatever a consent names', async () => {
    const { phone, officer, citizen, ...save } = await openReferral();
    save.saveCitizen();
    save.saveConsent({ referral: citizen });
    await send(phone);
    expect((await pull(officer)).changes).toEqual([]);
  });

  it('is told back to the team: the police have the name', async () => {
    const { phone, officer, referral, ...save } = await openReferral();
    save.saveConsent();
    save.saveReferral();
    await send(phone);
    const handedOver = { at: 5, by: 'Tú' };
    officer.save({ collection: 'policeReferral', record: referral, patch: { handedOver } });
    await send(officer);
    expect((await pull(phone)).changes).toMatchObject([{ record: referral, fields: { handedOver } }]);
  });
});
