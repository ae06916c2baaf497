/** One commune's dossiers for tests of the server core: each phone writes, the plan is carried out in memory. */
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import type { Lodging } from '../model/dossier.ts';
import type { Role } from '../model/collection.ts';
import type { Patch } from '../model/operation.ts';
import { GENESIS_HASH } from './device-disk.ts';
import { findLodging, normaliseDossierNo, planLodging } from './server-lodging.ts';
import { apply } from './server.ts';
import type { RecordState, ServerPlan, ServerWrite } from './server-types.ts';

export const R1 = 'AAAAAAAAAAAAAAAAA';
export const R2 = 'BBBBBBBBBBBBBBBBB';
export const finish = (route: string, reference = R1): Patch => ({ finishedAt: 5, route, reference });
export const receipt = (dossierNo: string): Patch => ({
  recordedNumber: { dossierNo, evidence: 'officerEntered', formatKnown: true, by: 'Lan', at: 5 },
});

/** A store of one commune whose phones each write dossiers, one operation at a time. */
export class Office {
  readonly records = new Map<RecordId, RecordState>();
  readonly numbers = new Map<string, RecordId>();
  readonly references = new Map<string, RecordId>();
  readonly sent = new Map<DeviceId, number>();
  readonly intents: ServerWrite[] = [];
  communeSeq = 0;
  bornOfRestore = false;
  hidden: RecordId[] = [];
  persons: RecordId[][] = [];

  write(
    patch: Patch,
    {
      by = 'lan',
      dossier = 'd',
      collection = 'dossier',
      base = this.communeSeq,
      role = 'volunteer' as Role,
    } = {},
  ): ServerPlan {
    const device = by as DeviceId;
    const seq = (this.sent.get(device) ?? 0) + 1;
    this.sent.set(device, seq);
    const op = { collection, record: dossier as RecordId, base, patch, at: 5 };
    const head = seq === 1 ? GENESIS_HASH : `${by}${seq - 1}`;
    const row = { device, standing: 'approved', role, lastSeq: seq - 1, head } as const;
    const plan = apply(
      {
        device: { ...row, forked: false },
        known: [],
        records: [...this.records.values()],
        persons: this.persons,
        communeSeq: this.communeSeq,
        numbers: [...this.numbers].map(([dossierNo, record]) => ({ dossierNo, record })),
        references: [...this.references].map(([reference, record]) => ({ reference, record })),
        hidden: this.hidden,
        bornOfRestore: this.bornOfRestore,
      },
      {
        device,
        from: seq,
        prev: head,
        items: [{ seq, opId: `${by}${seq}` as OpId, hash: `${by}${seq}`, content: { ok: true, op } }],
        now: 1_000,
      },
    );
    this.keep(plan.writes);
    return plan;
  }

  keep(writes: readonly ServerWrite[]): void {
    for (const write of writes) {
      if (write.type === 'putRecord') this.records.set(write.state.record, write.state);
      if (write.type === 'putChange') this.communeSeq = write.seq;
      if (write.type === 'putNumber') this.numbers.set(write.dossierNo, write.record);
      if (write.type === 'dropNumber') this.numbers.delete(write.dossierNo);
      if (write.type === 'putIntent') this.references.set(write.reference, write.record);
      if (write.type === 'putIntent' || write.type === 'withdrawIntent') this.intents.push(write);
    }
  }

  lodge(lodging: Lodging, dossier = 'd'): void {
    const record = this.records.get(dossier as RecordId);
    if (!record) throw new Error('No such dossier.');
    const numberOwner = this.numbers.get(normaliseDossierNo(lodging.dossierNo ?? '')) ?? null;
    this.keep(planLodging({ communeSeq: this.communeSeq, record, numberOwner }, lodging));
  }

  lodging(dossier = 'd'): Lodging | null {
    return findLodging(this.records.get(dossier as RecordId));
  }

  told(): string[] {
    return this.intents.map((one) => `${one.type} ${'reference' in one ? one.reference : ''}`);
  }
}
