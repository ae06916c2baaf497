import { afterEach, describe, expect, it } from 'vitest';
import type { SessionSummary } from '#shared/contracts/review';
import type { RecordId } from '#shared/ids';
import type { Patch } from '#shared/model/operation';
import type { SessionDecision } from '#shared/model/review';
import { findNextTurn, findWord } from '#shared/rules/heads-word';
import { type FixtureDevice, makeId } from '../../../fixtures/devices/make-device.ts';
import { closeServers } from '../../../fixtures/devices/open-servers.ts';
import { openReviewVillage, writeDay } from '../../../fixtures/devices/review-village.ts';
import { pull, send } from '../../../fixtures/devices/send-and-pull.ts';

afterEach(closeServers);

const Y1970 = 0;
const Y2099 = Date.parse('2099-01-01T00:00:00Z');

async function openVillage() {
  const village = await openReviewVillage();
  const { session } = await writeDay(village);
  const { server, commune, head, phone, review } = village;
  const second = await server.enrol(commune.n, { role: 'head' });
  const readFigures = async (): Promise<SessionSummary> => {
    const [summary, another] = (await review()).sessions;
    if (!summary || another) throw new Error('There is not one session.');
    return summary;
  };
  const say = (by: FixtureDevice, key: string, word: SessionDecision) => {
    const record = makeId<RecordId>();
    const values = { session, [`decisions/${key}`]: word } as Patch;
    by.save({ collection: 'review', record, patch: values });
    return { record, values };
  };
  /** The key of the word that counts at this phone: what it wrote itself, under what it has pulled. */
  const findKey = async (of: FixtureDevice, own: readonly { record: RecordId; values: Patch }[] = []) => {
    const { changes } = await pull(of);
    const pulled = changes.filter(({ collection }) => collection === 'review');
    const records = pulled.map(({ record, fields }) => ({ record, values: fields }));
    return findWord([...own, ...records], session)?.key;
  };
  return { session, head, second, phone, readFigures, say, findKey };
}

const approve = (more: Partial<SessionDecision>): SessionDecision => ({
  ...{ decision: 'approved', by: 'Chủ tịch', at: Y2099, seen: 1, turn: 1 },
  ...more,
});
const giveBack = (more: Partial<SessionDecision>): SessionDecision => ({
  ...{ decision: 'returned', by: 'Phó Chủ tịch', at: Y1970, seen: 1, turn: 1, reason: 'Giờ chưa đúng' },
  ...more,
});

describe('which word of two heads counts', () => {
  for (const [name, isApprovalFirst] of [
    ['the approval is', true],
    ['the other one is', false],
  ] as const)
    it(`is the same in the figures, for the team and for both heads, when ${name} heard first; a clock of 2099 or of 1970 decides nothing`, async () => {
      const { head, second, phone, readFigures, say, findKey } = await openVillage();
      const { seen } = await readFigures();
      const approval = say(head, 'z', approve({ seen }));
      const giving = say(second, 'a', giveBack({ seen: seen + 1 }));
      for (const device of isApprovalFirst ? [head, second] : [second, head]) await send(device);
      expect((await readFigures()).decision).toMatchObject({ key: 'a', decision: 'returned', turn: 1 });
      expect(await findKey(phone)).toBe('a');
      expect(await findKey(head, [approval])).toBe('a');
      expect(await findKey(second, [giving])).toBe('a');
    });

  it('is the one that was said in knowledge of what the figures told, though its writer’s clock stands at 1970', async () => {
    const { head, second, phone, readFigures, say, findKey } = await openVillage();
    const first = await readFigures();
    say(head, 'z', approve({ seen: first.seen }));
    await send(head);
    const told = await readFigures();
    expect(told.decision).toMatchObject({ key: 'z', turn: 1, seen: first.seen });
    say(second, 'a', giveBack({ seen: first.seen, turn: findNextTurn([told.decision ?? {}]) }));
    await send(second);
    expect((await readFigures()).decision).toMatchObject({ key: 'a', decision: 'returned', turn: 2 });
    expect(await findKey(phone)).toBe('a');
  });

  it('is the one before, for everybody, once the last was taken back', async () => {
    const { head, second, phone, readFigures, say, findKey } = await openVillage();
    say(head, 'z', approve({}));
    await send(head);
    const { record } = say(second, 'a', giveBack({ turn: 2 }));
    second.save({ collection: 'review', record, patch: { 'decisions/a': null } });
    await send(second);
    expect((await readFigures()).decision).toMatchObject({ key: 'z', decision: 'approved' });
    expect(await findKey(phone)).toBe('z');
  });

  it('of those from before turns were counted is the one that had read more, whichever was heard last', async () => {
    const { head, phone, readFigures, say, findKey } = await openVillage();
    const before = { by: 'Chủ tịch', at: Y2099 };
    say(head, 'a', { ...before, decision: 'returned', seen: 4 });
    say(head, 'z', { ...before, decision: 'approved', seen: 3 });
    await send(head);
    expect((await readFigures()).decision).toMatchObject({ key: 'a', turn: 0, seen: 4 });
    expect(await findKey(phone)).toBe('a');
  });
});
