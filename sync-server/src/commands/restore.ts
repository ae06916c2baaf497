/** `npm run restore [copy]`: asks for the words on paper and puts a copy and its keys back. Stop the server first. */
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { words as wordList } from '#data/words';
import { findNewestBackup } from '../services/newest-backup.ts';
import { restoreBackup } from '../services/restore.ts';
import { describeRestoreFault } from './describe-restore-fault.ts';
import { describeStandings } from './describe-standings.ts';
import { readConfigForCommand } from './open-for-command.ts';

const config = readConfigForCommand();
const backup = findBackup(process.argv[2]);
if (backup === undefined) {
  console.error(
    'Không thấy bản sao lưu: ghi đường dẫn sau lệnh, hoặc đặt BACKUP_DIR.\nNo backup found: name one after the command, or set BACKUP_DIR.',
  );
  process.exit(1);
}
console.error(`Bản sao lưu · backup   ${backup}`);
const restored = await restoreBackup({
  places: { dataDir: config.dataDir, keysDir: config.keysDir },
  backup,
  recovery: join(dirname(backup), 'recovery.json'),
  words: await askForWords(),
  wordList,
  now: Date.now(),
});
if (restored.ok) {
  const { devices, setAside, standings, isSure } = restored.value;
  for (const path of setAside)
    console.log(`  Dữ liệu trước đó được giữ tại · what was there is kept at   ${path}`);
  console.log(
    `✓ Đã khôi phục (${devices} máy). Mở lại máy chủ: các máy sẽ tự gửi lại phần còn giữ.\n✓ Restored (${devices} devices). Start the server: devices will offer again what they kept.`,
  );
  if (!isSure) console.log(describeStandings(standings));
} else {
  console.error(describeRestoreFault(restored.error));
  process.exitCode = 1;
}

function findBackup(named: string | undefined): string | undefined {
  if (named !== undefined) return resolve(named);
  return config.backupDir === null ? undefined : findNewestBackup(config.backupDir);
}

/** From the keyboard or from a pipe; lines and spaces are all the same. */
async function askForWords(): Promise<string[]> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.setPrompt('16 từ khôi phục trên giấy · the 16 recovery words:\n> ');
  lines.prompt();
  const words: string[] = [];
  for await (const line of lines) {
    words.push(
      ...line
        .trim()
        .split(/\s+/)
        .filter((word) => word !== ''),
    );
    if (words.length >= 16) break;
  }
  lines.close();
  return words;
}
