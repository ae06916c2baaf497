/** Why nothing was restored, in one sentence each with the way out. Every one of them also means: nothing was touched. */
import type { RestoreFault } from '../services/restore.ts';

export function describeRestoreFault(fault: RestoreFault): string {
  const [vi, en] = sayTwice(fault);
  return `${vi} Chưa có gì bị thay đổi.\n${en} Nothing was changed.`;
}

function sayTwice(fault: RestoreFault): readonly [vi: string, en: string] {
  switch (fault.type) {
    case 'wrongCount':
      return [`Cần 16 từ, mới có ${fault.found}.`, `16 words are needed, ${fault.found} were given.`];
    case 'unknownWord':
      return [
        `Không có từ "${fault.word}": xem lại trên giấy.`,
        `"${fault.word}" is not one of the words: look at the paper again.`,
      ];
    case 'typo':
      return [
        'Các từ không khớp nhau: có một từ bị đọc nhầm hoặc sai thứ tự.',
        'The words do not belong together: one was misread, or their order is wrong.',
      ];
    case 'wrongWords':
      return [
        'Đây là từ khôi phục của máy chủ khác, không mở được bản sao lưu này.',
        'These are the words of another server: they do not open this backup.',
      ];
    case 'damaged':
      return [
        'Tệp recovery.json cạnh bản sao lưu bị hỏng.',
        'The file recovery.json beside the backup is damaged.',
      ];
    case 'backupMissing':
      return [`Không thấy tệp ${fault.path}.`, `There is no file ${fault.path}.`];
    case 'backupDamaged':
      return [
        `Bản sao lưu bị hỏng (${fault.reason}): chọn bản khác.`,
        `The backup is damaged (${fault.reason}): choose another one.`,
      ];
    case 'keysOfAnotherStore':
      return [
        'Khoá trong recovery.json không phải khoá của bản sao lưu này: chọn đúng cặp.',
        'The keys in recovery.json are not those of this backup: choose the right pair.',
      ];
    case 'keysInsideData':
      return [
        'KEYS_DIR nằm trong DATA_DIR: hãy để ở thư mục khác.',
        'KEYS_DIR lies inside DATA_DIR: use another folder.',
      ];
    case 'serverRunning':
      return [
        'Máy chủ đang chạy trên dữ liệu này: tắt máy chủ trước.',
        'The server is running on this data: stop it first.',
      ];
  }
}
