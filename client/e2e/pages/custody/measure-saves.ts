/** What a save costs beside the bare strict writes of the same bytes that it consists of, interleaved so that all meet the same disk. */
import type { RecordId } from '#shared/ids';
import { VaultDatabase } from '../../../src/storage/database.ts';
import type { JournalFiles } from '../../../src/storage/journal/journal-files.ts';
import type { Work } from '../../../src/custody/work.ts';

export interface SaveCosts {
  /** Medians, milliseconds; `worker`: an empty round trip to the vault, which every save needs once. */
  readonly worker: number;
  readonly bare: number;
  /** The same bytes at the end of a file, flushed. */
  readonly append: number;
  readonly save: number;
  readonly queue: number;
  readonly bareP95: number;
  readonly saveP95: number;
  readonly bytes: number;
}

/** A dossier's draft of about a kilobyte. */
const draft = (n: number): Record<string, string> => ({
  fullName: `Nguyễn Thị Ví Dụ ${n}`,
  residenceAsPrinted: `Thôn Nà Lay, xã Mẫu, tỉnh Mẫu, số nhà ${n}, `.repeat(12),
  hamlet: `Nà Lay ${n}`,
  phone: '0912345678',
});

export async function measureSaves(work: Work, files: JournalFiles, rounds: number): Promise<SaveCosts> {
  const bareDb = new VaultDatabase('bare');
  await bareDb.open();
  await files.clear('bare');
  const record = work.newId();
  const worker: number[] = [];
  const bare: number[] = [];
  const append: number[] = [];
  const save: number[] = [];
  const queue: number[] = [];
  const bytes = 1_600;
  for (let n = 0; n < rounds; n += 1) {
    bare.push(await time(() => bareDb.keys.put(crypto.getRandomValues(new Uint8Array(bytes)), 'one')));
    const noise = crypto.getRandomValues(new Uint8Array(bytes));
    append.push(await time(() => files.append('bare', n * bytes, noise)));
    worker.push(await time(() => work.hashText('')));
    save.push(await time(() => saveOnce(work, record, n)));
    if (n % 4 === 3) queue.push(await time(() => work.drafts.finishAll()));
  }
  bareDb.close();
  return {
    worker: pick(worker, 0.5),
    bare: pick(bare, 0.5),
    append: pick(append, 0.5),
    save: pick(save, 0.5),
    queue: pick(queue, 0.5),
    bareP95: pick(bare, 0.95),
    saveP95: pick(save, 0.95),
    bytes,
  };
}

async function saveOnce(work: Work, record: RecordId, n: number): Promise<void> {
  work.drafts.editRecord({ collection: 'citizen', record, patch: draft(n) });
  const saved = await work.drafts.flushNow();
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

async function time(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function pick(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
