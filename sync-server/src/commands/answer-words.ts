/** What a terminal beside the server answers to four words that somebody typed. Reads no keyboard. */
import { type Administration, admitByWords, type Asker } from '../services/administer-devices.ts';

export interface WordsAnswer {
  readonly isApproved: boolean;
  /** Vietnamese, then English. */
  readonly text: string;
}

export async function answerWords(
  administration: Administration,
  asker: Asker,
  typed: string,
): Promise<WordsAnswer> {
  const admitted = await admitByWords(administration, asker, typed);
  if (admitted.ok) {
    const name = admitted.value.memberName;
    return { isApproved: true, text: `✓ Đã duyệt máy của ${name} · ${name}'s device is approved` };
  }
  const text =
    admitted.error.type === 'noDeviceWaits'
      ? 'Chưa có máy nào chờ duyệt: nhập mã mời trên máy đó trước. · No device is waiting: enter the code on it first.'
      : 'Bốn từ này không khớp máy nào đang chờ: xem lại màn hình của máy. · No waiting device shows these words.';
  return { isApproved: false, text };
}
