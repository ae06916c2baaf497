/** Composes the SQLite engine behind the storage port: one file, one writer connection. */
import type { Store } from '../store.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { createAuditStore } from './audit-store.ts';
import { createBackupStore, createMetaStore } from './backup-store.ts';
import { createBatchStore } from './batch-store.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createCommuneStore, createDeviceStore } from './device-store.ts';
import { createDelegationStore } from './delegation-store.ts';
import { createIntentStore } from './intent-store.ts';
import { createAuthorisationStore, createInvitationStore } from './invitation-store.ts';
import { openDatabase } from './open-database.ts';
import { createChangeStore, createRecordStore } from './record-store.ts';

/** `path` of the database file. Throws as `openDatabase` does. */
export function openSqliteStore(path: string): Store {
  const db = openDatabase(path);
  return {
    ...createBatchStore(db),
    ...createCommuneStore(db),
    ...createDeviceStore(db),
    ...createInvitationStore(db),
    ...createRecordStore(db),
    ...createChangeStore(db),
    ...createAttachmentStore(db),
    ...createIntentStore(db),
    ...createAuthorisationStore(db),
    ...createCalendarStore(db),
    ...createDelegationStore(db),
    ...createMetaStore(db),
    ...createBackupStore(db),
    ...createAuditStore(db),
    close() {
      db.close();
    },
  };
}
