import { describe, expect, it } from 'vitest';
import type { DeviceId, OpId, RecordId } from '../ids.ts';
import type { Operation, Patch } from '../model/operation.ts';
import { GENESIS_HASH } from './device-disk.ts';
import { apply, applyHeld, getStartOfLife, isToldTo, locate, planKeys } from './server.ts';
import type {
  DeviceRow,
  OpenedBatch,
  OpenedItem,
  ServerPlan,
  ServerSlice,
  ServerWrite,
} from './server-types.ts';

const phone = 'phone' as DeviceId;

function device(change: Partial<DeviceRow> = {}): DeviceRow {
  const plain = { device: phone, standing: 'approved', role: 'volunteer', lastSeq: 0 } as const;
  return { ...plain, head: GENESIS_HASH, forked: false, ...change };
}

function slice(change: Partial<ServerSlice> = {}): ServerSlice {
  const nothing = { known: [], records: [], numbers: [], references: [], hidden: [] };
  return { device: device(), ...nothing, communeSeq: 0, bornOfRestore: false, ...change };
}

function write(record: string, patch: Patch, base = 0): Operation {
  return { collection: 'citizen', record: record as RecordId, base, patch, at: 4_000_000_000_000 };
}

function item(seq: number, op: Operation, hash = `h${seq}`): OpenedItem {
  return { seq, opId: `o${seq}` as OpId, hash, content: { ok: true, op } };
}

function batch(from: number, items: readonly OpenedItem[], prev?: string): OpenedBatch {
  const before = prev ?? (from === 1 ? GENESIS_HASH : `h${from - 1}`);
  return { device: phone, from, prev: before, items, now: 1_000 };
}

function list<T extends ServerWrite['type']>(plan: ServerPlan, type: T): Extract<ServerWrite, { type: T }>[] {
  return plan.writes.filter((one): one is Extract<ServerWrite, { type: T }> => one.type === type);
}

const known = (seq: number) => ({ seq, opId: `o${seq}` as OpId, hash: `h${seq}` });
const hamlet = (name: string) => write(name, { hamlet: name });

describe('taking what a phone sends', () => {
  it('applies operations in order, and answers only after full durability', () => {
    const plan = apply(slice(), batch(1, [item(1, hamlet('an')), item(2, hamlet('binh'))]));
    expect(plan.durability).toBe('full');
    expect(list(plan, 'putOperation').map((row) => [row.seq, row.changeSeq])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(list(plan, 'putDevice')).toEqual([{ type: 'putDevice', lastSeq: 2, head: 'h2', forked: false }]);
    expect(plan.reply).toMatchObject({ upTo: 2, head: 'h2', expected: 3, held: false, setAside: [] });
  });

  it('gives the same batch the same answer and writes nothing', () => {
    const setAside = { seq: 2, code: 'fieldInvalid', field: 'hamlet' } as const;
    const stored = slice({
      device: device({ lastSeq: 2, head: 'h2' }),
      known: [known(1), { ...known(2), setAside }],
    });
    const plan = apply(stored, batch(1, [item(1, hamlet('an')), item(2, hamlet('binh'))]));
    expect(plan.writes).toEqual([]);
    expect(plan.reply).toMatchObject({ upTo: 2, expected: 3, setAside: [setAside] });
  });

  it('takes the new part of a batch that overlaps what it has', () => {
    const stored = slice({ device: device({ lastSeq: 1, head: 'h1' }), known: [known(1)] });
    const plan = apply(stored, batch(1, [item(1, hamlet('an')), item(2, hamlet('binh'))]));
    expect(list(plan, 'putOperation').map((row) => row.seq)).toEqual([2]);
  });

  it('asks whether it is a repetition before it asks whether it conflicts', () => {
    const first = apply(slice(), batch(1, [item(1, hamlet('an'))]));
    const state = list(first, 'putRecord')[0]?.state;
    const later = { ...state, fields: { hamlet: { value: 'Tây', seq: 9, device: 'other' as DeviceId } } };
    const stored = slice({
      device: device({ lastSeq: 1, head: 'h1' }),
      known: [known(1)],
      records: [later as never],
      communeSeq: 9,
    });
    expect(apply(stored, batch(1, [item(1, hamlet('an'))])).writes).toEqual([]);
  });

  it('applies nothing beyond a gap and says what it expects', () => {
    const plan = apply(slice(), batch(3, [item(3, hamlet('an'))]));
    expect(plan.writes).toEqual([]);
    expect(plan.reply).toMatchObject({ upTo: 0, expected: 1 });
  });

  it('sees a copied phone by another operation in the same place, and applies nothing of it', () => {
    const stored = slice({ device: device({ lastSeq: 1, head: 'h1' }), known: [known(1)] });
    const copied = batch(1, [item(1, hamlet('an'), 'other'), item(2, hamlet('binh'))]);
    const plan = apply(stored, copied);
    expect(plan.writes).toEqual([{ type: 'putDevice', lastSeq: 1, head: 'h1', forked: true }]);
    expect(plan.reply).toMatchObject({ upTo: 1, forked: true });
  });

  it('sees a copied phone by a chain that does not continue', () => {
    const stored = slice({ device: device({ lastSeq: 1, head: 'h1' }) });
    expect(apply(stored, batch(2, [item(2, hamlet('an'))], 'elsewhere')).reply.forked).toBe(true);
  });

  it('takes nothing more from a name with two histories', () => {
    const plan = apply(slice({ device: device({ forked: true }) }), batch(1, [item(1, hamlet('an'))]));
    expect(plan.writes).toEqual([]);
    expect(plan.reply.forked).toBe(true);
  });

  it('answers a phone that only asks', () => {
    const stored = slice({ device: device({ lastSeq: 4, head: 'h4' }) });
    expect(apply(stored, batch(5, [])).reply).toMatchObject({ upTo: 4, head: 'h4', expected: 5 });
  });
});

describe('phones that are not approved', () => {
  it('holds what a waiting phone sends, unopened and in order', () => {
    const waiting = slice({ device: device({ standing: 'waiting' }) });
    const plan = apply(waiting, batch(1, [item(1, hamlet('an'))]));
    expect(list(plan, 'holdOperation')).toEqual([
      { type: 'holdOperation', seq: 1, opId: 'o1', hash: 'h1', quarantine: false },
    ]);
    expect(plan.reply).toMatchObject({ held: true, upTo: 1, expected: 2 });
  });

  it('puts what a revoked phone still sends into quarantine', () => {
    const revoked = slice({ device: device({ standing: 'revoked' }) });
    const plan = apply(revoked, batch(1, [item(1, hamlet('an'))]));
    expect(list(plan, 'holdOperation')[0]?.quarantine).toBe(true);
    expect(plan.reply.held).toBe(true);
  });

  it('applies at approval what was held, in its order, and lets its author read it back', () => {
    const waiting = slice({
      device: device({ standing: 'waiting', lastSeq: 2, head: 'h2' }),
      known: [known(1), known(2)],
    });
    const plan = applyHeld(waiting, batch(1, [item(1, hamlet('an')), item(2, hamlet('binh'))]));
    expect(list(plan, 'putOperation').map((row) => row.seq)).toEqual([1, 2]);
    expect(list(plan, 'putChange').map((change) => change.origin)).toEqual(['server', 'server']);
    expect(plan.reply).toMatchObject({ held: false, upTo: 2 });
  });

  it('applies at approval what was held before the phone was seen twice, and still knows it for a copied one', () => {
    const waiting = slice({
      device: device({ standing: 'waiting', lastSeq: 1, head: 'h1', forked: true }),
      known: [known(1)],
    });
    const plan = applyHeld(waiting, batch(1, [item(1, hamlet('an'))]));
    expect(list(plan, 'putRecord').map((row) => row.patch)).toEqual([{ hamlet: 'an' }]);
    expect(list(plan, 'putDevice')).toEqual([{ type: 'putDevice', lastSeq: 1, head: 'h1', forked: true }]);
  });
});

describe('operations that cannot be obeyed', () => {
  const poison: readonly [string, OpenedItem['content'], string][] = [
    ['cannot be opened', { ok: false, code: 'sealUnopened' }, 'sealUnopened'],
    [
      'is of an unknown collection',
      { ok: true, op: { ...hamlet('an'), collection: 'unheardOf' } },
      'collectionUnknown',
    ],
    ['has a value of the wrong kind', { ok: true, op: write('an', { hamlet: 7 }) }, 'fieldInvalid'],
    ['has a field that does not exist', { ok: true, op: write('an', { password: 'x' }) }, 'fieldInvalid'],
    [
      'may not be written by its author',
      { ok: true, op: { ...write('d', { lodging: { state: 'lodged', at: 1 } }), collection: 'dossier' } },
      'notAllowed',
    ],
  ];

  it.each(poison)('sets aside by name one that %s, and obeys the next', (_what, content, code) => {
    const bad: OpenedItem = { seq: 1, opId: 'o1' as OpId, hash: 'h1', content };
    const plan = apply(slice(), batch(1, [bad, item(2, hamlet('binh'))]));
    expect(plan.reply.setAside.map((one) => [one.seq, one.code])).toEqual([[1, code]]);
    expect(list(plan, 'putSetAside')).toHaveLength(1);
    expect(list(plan, 'putOperation').map((row) => [row.seq, row.op === null])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(plan.reply.upTo).toBe(2);
  });

  it('does not let a record change its collection', () => {
    const first = apply(slice(), batch(1, [item(1, hamlet('an'))]));
    const stored = slice({
      device: device({ lastSeq: 1, head: 'h1' }),
      records: list(first, 'putRecord').map((one) => one.state),
    });
    const other = { ...write('an', { place: 'nhà' }), collection: 'session' };
    expect(apply(stored, batch(2, [item(2, other)])).reply.setAside[0]?.field).toBe('collection');
  });
});

describe('what others are told', () => {
  it('tells nobody their own writing, except where it met another one', () => {
    const first = apply(slice(), batch(1, [item(1, hamlet('an'))]));
    expect(list(first, 'putChange')[0]?.origin).toBe(phone);
    const other = 'other' as DeviceId;
    const stored = slice({
      device: device({ device: other }),
      records: list(first, 'putRecord').map((one) => one.state),
      communeSeq: 1,
    });
    const met = apply(stored, batch(1, [item(1, write('an', { hamlet: 'Tây' }))]));
    expect(list(met, 'putChange').map((change) => [change.seq, change.origin])).toEqual([[2, 'server']]);
  });

  it('tells a phone its own writings again only from before a restore', () => {
    expect(isToldTo(phone, { seq: 5, origin: phone }, 0)).toBe(false);
    expect(isToldTo(phone, { seq: 5, origin: phone }, 10)).toBe(true);
    expect(isToldTo(phone, { seq: 11, origin: phone }, 10)).toBe(false);
    expect(isToldTo(phone, { seq: 11, origin: 'server' }, 10)).toBe(true);
  });

  it('begins a restored store where no earlier life has counted', () => {
    expect(getStartOfLife(700, 1_800_000_000_000)).toBe(1_800_000_000_000);
    expect(getStartOfLife(1_800_000_000_500, 1_800_000_000_000)).toBe(1_800_000_000_500);
  });
});

describe('what is read before', () => {
  it('names devices and sequences of what arrived', () => {
    const items = [1, 2].map((at) => ({ opId: `o${at}` as OpId, cipherHash: 'c', hash: 'h' }));
    expect(locate([{ device: phone, from: 4, prev: 'h3', items }])).toEqual({
      devices: [phone],
      sequences: [{ device: phone, from: 4, to: 5 }],
    });
  });

  it('names records, recorded numbers and references, each once', () => {
    const recordedNumber = { dossierNo: ' h57-1 ', evidence: 'citizenShown', formatKnown: true };
    const finish = { reference: 'AAAAAAAAAAAAAAAAA', recordedNumber };
    const ops = [write('d', finish), write('d', { fee: 3 })].map((op) => ({ ...op, collection: 'dossier' }));
    expect(planKeys(batch(1, [item(1, ops[0] as Operation), item(2, ops[1] as Operation)]))).toEqual({
      records: ['d'],
      dossierNumbers: ['H57-1'],
      references: ['AAAAAAAAAAAAAAAAA'],
    });
  });
});
