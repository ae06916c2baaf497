/** `npm run verify-audit`: reads the whole log and says whether it is as it was written. Changes nothing. */
import { verifyAudit, type AuditFault } from '../services/audit.ts';
import { openForCommand } from './open-for-command.ts';

const FAULTS: Readonly<Record<AuditFault['type'], (n: number) => string>> = {
  changed: (n) => `✗ Dòng ${n} của nhật ký đã bị sửa.\n✗ Entry ${n} of the log was changed.`,
  missing: (n) => `✗ Dòng ${n} của nhật ký đã bị gỡ.\n✗ Entry ${n} of the log was taken out.`,
  endMissing: (n) => `✗ Nhật ký bị cắt từ dòng ${n}.\n✗ The log was cut off from entry ${n}.`,
};

const { deployment } = await openForCommand();
const { store, keys } = deployment;
const verified = await verifyAudit({ store, keys });
store.close();
if (verified.ok) {
  const { entries, head } = verified.value;
  console.log(`✓ Nhật ký nguyên vẹn: ${entries} dòng · the log is whole: ${entries} entries\n  ${head}`);
} else {
  console.error(FAULTS[verified.error.type](verified.error.n));
  process.exitCode = 1;
}
