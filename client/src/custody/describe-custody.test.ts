import { describe, expect, it } from 'vitest';
import { messagesVi } from '../i18n/messages-vi.ts';
import { createTranslator } from '../i18n/translate.ts';
import { describeCustody } from './describe-custody.ts';
import type { RecordCustody } from './record-custody.ts';

const vi = createTranslator('vi', messagesVi);
const saved: RecordCustody = {
  transport: 'onDevice',
  text: 'onDevice',
  piecesHere: 0,
  held: false,
  quarantined: false,
};
const received: RecordCustody = {
  transport: 'atServer',
  text: 'atServer',
  piecesHere: 0,
  held: false,
  quarantined: false,
};

describe('where a piece of work is, in words', () => {
  it('says no more than saved while the phone is all there is', () => {
    expect(describeCustody(saved, undefined, vi)).toMatchObject({
      level: 1,
      transport: 'Đã lưu trên máy này',
      lodging: undefined,
    });
  });

  it('promises of somebody half written no sending, and asks for whoever is to go on', () => {
    const words = describeCustody({ ...saved, unconfirmed: true }, undefined, vi);
    expect(words).toMatchObject({ level: 1, tone: 'attention' });
    expect(words.note).toBe('Ghi dở, chưa gửi về xã. Mở ra ghi tiếp rồi bấm Xong, hoặc Chưa muốn.');
  });

  it('does not call photographs received that are still on the phone', () => {
    const words = describeCustody({ ...received, transport: 'onDevice', piecesHere: 2 }, undefined, vi);
    expect(words).toMatchObject({ level: 1 });
    expect(words.transport).toContain('còn 2 ảnh trên máy');
  });

  it('never says lodged for a dossier that waits for the citizen', () => {
    const facts = {
      lodging: { state: 'awaitingCitizen', at: 0 },
      name: 'bà Mẫu',
      appointmentDay: '2026-11-25',
      today: '2026-11-22',
    } as const;
    expect(describeCustody(received, facts, vi)).toMatchObject({
      level: 2,
      lodging: 'Chờ bà Mẫu tự nộp · hẹn 25/11',
    });
    expect(describeCustody(received, { ...facts, today: '2025-12-30' }, vi).lodging).toBe(
      'Chờ bà Mẫu tự nộp · hẹn 25/11/2026',
    );
  });

  it('names the evidence beside every number', () => {
    const lodging = {
      state: 'lodged',
      at: 0,
      dossierNo: 'H57.242-261122-0001',
      evidence: 'portalRead',
    } as const;
    const words = describeCustody(received, { lodging, name: 'bà Mẫu' }, vi);
    expect(words).toMatchObject({ level: 3, note: 'Cổng Dịch vụ công đã xác nhận' });
  });

  it('shows both where a save is and where the dossier stands, when a later edit has not been sent', () => {
    const facts = { lodging: { state: 'awaitingOffice', at: 0 }, name: 'ông Dụ' } as const;
    expect(describeCustody(saved, facts, vi)).toMatchObject({
      transport: 'Đã lưu trên máy này',
      lodging: 'Chờ một cửa tiếp nhận',
    });
  });

  it('tells the author in words what was set aside', () => {
    const words = describeCustody({ ...received, setAside: { seq: 4, code: 'numberUsed' } }, undefined, vi);
    expect(words).toMatchObject({ tone: 'attention' });
    expect(words.note).toContain('đã ghi cho một hồ sơ khác');
  });
});
