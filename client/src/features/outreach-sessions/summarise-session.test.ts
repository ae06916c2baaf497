import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { countSession } from './count-session.ts';
import { summariseSession } from './summarise-session.ts';

const translator = createTranslator('vi', messagesVi);
const nothing = countSession([], (citizen) => citizen);

describe('what is read aloud at the end of a session', () => {
  it('says who came, who was helped and who is still to be seen', () => {
    const bands = { under18: 0, to35: 2, to59: 4, from60: 31 };
    const count = { ...nothing, people: 37, female: 22, bands, done: 14, waiting: 5, inHand: 1, declined: 1 };
    expect(summariseSession(count, { present: 2, count: 3 }, translator)).toEqual([
      '37 người đến, 22 nữ.',
      '31 người từ 60 tuổi trở lên.',
      '14 người xong việc.',
      'Còn 6 người đang chờ hoặc đang làm dở.',
      '1 người chưa muốn làm, thế cũng tốt.',
      'Tổ có mặt 2 trên 3 người.',
    ]);
  });

  it('is short when little happened', () => {
    expect(summariseSession({ ...nothing, people: 4 }, { present: 1, count: 1 }, translator)).toEqual([
      '4 người đến.',
      'Tổ có 1 người.',
    ]);
  });
});
