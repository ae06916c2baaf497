import { describe, expect, it } from 'vitest';
import { messagesVi } from '../../i18n/messages-vi.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { describeAmendment } from './describe-amendment.ts';
import { describeSilence } from './describe-silence.ts';

const translator = createTranslator('vi', messagesVi);
const at = Date.parse('2026-11-23T09:10:00+07:00');

describe('what was added after the head’s word', () => {
  it('says when, who, and how many more or fewer; a count that stayed is left out', () => {
    const amendment = { by: ['anh Nam', 'Mai'], at, more: { people: 2, dossiers: -1, steps: 0 } };
    expect(describeAmendment(amendment, translator)).toBe(
      'Bổ sung 09:10, 23/11/2026, anh Nam, Mai: +2 người · −1 hồ sơ',
    );
  });

  it('says so where the counts are the same or were not noted, and where nothing names an instant', () => {
    const same = { by: ['Mai'], at: undefined, more: { people: 0, dossiers: 0, steps: 0 } };
    const said = 'Bổ sung, Mai: sửa ghi chép, số đếm không đổi';
    expect(describeAmendment(same, translator)).toBe(said);
    expect(describeAmendment({ ...same, more: undefined }, translator)).toBe(said);
  });
});

describe('a silent phone', () => {
  const unheard = { name: 'Nam', missing: 0, lastSeenAt: at };
  const joined = { ...unheard, why: 'joined', name: '', letter: 'B', lastSeenAt: null } as const;

  it('is named by its letter, with those whose it may be, where nothing else is known', () => {
    expect(describeSilence(joined, translator)).toMatch(/^Chữ B: đã đưa mã vào buổi/);
    expect(describeSilence({ ...joined, maybe: ['Nam', 'Mai'] }, translator)).toMatch(
      /Chưa nghe từ lúc đóng buổi: Nam, Mai\.$/,
    );
  });

  it('is said to owe what it told of, and only to be quiet where it told of nothing', () => {
    expect(describeSilence({ ...unheard, missing: 3 }, translator)).toContain('Nam: 3 bản chưa về');
    expect(describeSilence({ ...unheard, why: 'quiet' }, translator)).toMatch(
      /^Nam: xã chưa nghe lại từ .*09:10.*, trước lúc đóng buổi$/,
    );
    expect(describeSilence({ ...unheard, why: 'quiet', lastSeenAt: null }, translator)).toBe(
      'Nam: xã chưa nghe lại từ lúc đóng buổi',
    );
  });
});
