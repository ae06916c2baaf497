/** Invitations and written authorisations in SQLite. Never sees a code in clear: it is given its hash. */
import type { AuthorisationStore, Invitation, InvitationStore } from '../store.ts';
import { toRole } from './device-rows.ts';
import type { Db } from './open-database.ts';
import { idToBytes } from './id-bytes.ts';

interface InvitationColumns {
  n: number;
  commune_n: number;
  role: string;
  name: string;
  hamlet: string | null;
  team: string | null;
  created_at: number;
  expires_at: number;
  tries: number;
  spent_at: number | null;
}

function toInvitation(row: InvitationColumns): Invitation {
  const { n, name, hamlet, team, tries } = row;
  return {
    ...{ n, name, hamlet, team, tries },
    communeN: row.commune_n,
    role: toRole(row.role),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    spentAt: row.spent_at,
  };
}

export function createInvitationStore(db: Db): InvitationStore {
  const insert = db.prepare(
    `INSERT INTO invitation (code_hash, commune_n, role, name, hamlet, team, made_by, created_at, expires_at)
     VALUES (@codeHash, @communeN, @role, @name, @hamlet, @team, @madeBy, @createdAt, @expiresAt)`,
  );
  const find = db.prepare<[Uint8Array], InvitationColumns>('SELECT * FROM invitation WHERE code_hash = ?');
  const countTry = db.prepare('UPDATE invitation SET tries = tries + 1 WHERE n = ?');
  return {
    async insertInvitation(invitation) {
      const madeBy = invitation.madeBy && idToBytes(invitation.madeBy);
      const { lastInsertRowid } = insert.run({ ...invitation, madeBy });
      const { communeN, role, name, hamlet, team, createdAt, expiresAt } = invitation;
      const n = Number(lastInsertRowid);
      return { n, communeN, role, name, hamlet, team, createdAt, expiresAt, tries: 0, spentAt: null };
    },
    async findInvitation(codeHash) {
      const row = find.get(codeHash);
      return row && toInvitation(row);
    },
    async countTry(invitationN) {
      countTry.run(invitationN);
    },
  };
}

interface AuthorisationColumns {
  commune_n: number;
  decision_number: string;
  signer: string;
  valid_from: string;
  valid_to: string | null;
  procedures: string;
}

export function createAuthorisationStore(db: Db): AuthorisationStore {
  const put = db.prepare(
    `INSERT INTO authorisation
       (commune_n, decision_number, signer, valid_from, valid_to, procedures, entered_by, entered_at)
     VALUES (@communeN, @decisionNumber, @signer, @validFrom, @validTo, @procedures, @enteredBy, @enteredAt)
     ON CONFLICT (commune_n, decision_number) DO UPDATE SET signer = excluded.signer,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to, procedures = excluded.procedures,
       entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
  );
  const list = db.prepare<[number], AuthorisationColumns>(
    'SELECT * FROM authorisation WHERE commune_n = ? ORDER BY n',
  );
  return {
    async putAuthorisation(row) {
      const enteredBy = row.enteredBy && idToBytes(row.enteredBy);
      put.run({ ...row, enteredBy, procedures: JSON.stringify(row.procedures) });
    },
    async listAuthorisations(communeN) {
      return list.all(communeN).map((row) => ({
        communeN: row.commune_n,
        decisionNumber: row.decision_number,
        signer: row.signer,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        procedures: JSON.parse(row.procedures) as string[],
      }));
    },
  };
}
