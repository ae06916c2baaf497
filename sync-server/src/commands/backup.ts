/** `npm run backup`: one checked copy now, beside the running server or without it. Decides nothing. */
import { makeBackup } from '../services/backup.ts';
import { openForCommand } from './open-for-command.ts';

const { config, deployment } = await openForCommand();
if (config.backupDir === null) {
  console.error(
    'Chưa đặt BACKUP_DIR: chọn một thư mục trên ổ đĩa khác.\nBACKUP_DIR is not set: choose a folder on another disk.',
  );
  process.exit(1);
}
const { dataDir, keysDir, backupDir } = config;
try {
  const made = await makeBackup({ store: deployment.store, dataDir, keysDir, backupDir, now: Date.now });
  console.log(`✓ Đã sao lưu và kiểm tra · backed up and checked\n  ${made.path}\n  ${made.stateHash}`);
} catch (fault) {
  const reason = fault instanceof Error ? fault.message : String(fault);
  console.error(
    `Không sao lưu được, bản cũ vẫn còn: ${reason}\nThe backup failed, older ones are untouched: ${reason}`,
  );
  process.exitCode = 1;
} finally {
  deployment.store.close();
}
