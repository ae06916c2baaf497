/** What the office is to know of the backup first. */
import type { DevicesReply } from '#shared/contracts/administration';

type BackupState = 'none' | 'late' | 'sameDisk' | 'good';

/** Figures from before lateness was told say nothing of it. */
export function judgeBackup({ lastAt, sameDisk, isLate = false }: DevicesReply['backup']): BackupState {
  if (lastAt === null) return 'none';
  if (isLate) return 'late';
  return sameDisk ? 'sameDisk' : 'good';
}
