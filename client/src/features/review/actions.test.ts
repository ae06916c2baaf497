import { beforeAll, describe, expect, it } from 'vitest';
import type { SessionSummary } from '#shared/contracts/review';
import { listEntries } from '#shared/model/collection';
import type { SessionDecision } from '#shared/model/review';
import { createRigDatabase, createRigVault, openRigTab } from '../../../e2e/rig/device-rig.ts';
import { createRigWork } from '../../../e2e/rig/work-rig.ts';
import type { Work } from '../../custody/work.ts';
import type { Vault } from '../../vault/vault-types.ts';
import { decideSessions, type Word } from './actions.ts';
import { makeUpSession } from './made-up-session.ts';

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await createRigVault());
});

async function open(): Promise<Work> {
  return createRigWork(await openRigTab(await createRigDatabase(), vault));
}

const approved: Word = { decision: 'approved' };
const told = { key: 'm', decision: 'approved', by: 'ông Phó', at: 500, reason: null, counted: null } as const;

function listTurns(work: Work): (number | undefined)[] {
  return work.store
    .listRecords('review')
    .flatMap(({ values }) => listEntries<SessionDecision>(values, 'decisions'))
    .map(([, { turn }]) => turn);
}

describe('a word on a session', () => {
  it('goes on from those that its writer knew: what the figures told, and their own, not sent yet', async () => {
    const work = await open();
    const session: SessionSummary = makeUpSession({ decision: { ...told, turn: 4, seen: 9 } });
    const undo = decideSessions(work, [session], approved);
    expect(listTurns(work)).toEqual([5]);
    const undoNext = decideSessions(work, [session], { decision: 'returned', reason: 'Giờ chưa đúng' });
    expect(listTurns(work)).toEqual([5, 6]);
    undoNext();
    expect(listTurns(work)).toEqual([5]);
    undo();
    expect(listTurns(work)).toEqual([]);
  });

  it('is the first where nobody has said one, and goes on from the first of a word that has no turn', async () => {
    const work = await open();
    decideSessions(work, [makeUpSession()], approved)();
    const undo = decideSessions(work, [makeUpSession({ decision: told })], approved);
    expect(listTurns(work)).toEqual([1]);
    undo();
  });
});
