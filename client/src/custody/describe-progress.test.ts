import { describe, expect, it } from 'vitest';
import { DOSSIER_STATUSES } from '#shared/model/dossier-status';
import type { Lodging } from '#shared/model/dossier';
import { createTranslator } from '../i18n/translate.ts';
import { messagesVi } from '../i18n/messages-vi.ts';
import { describeProgress } from './describe-progress.ts';

const vi = createTranslator('vi', messagesVi);
const at = Date.UTC(2026, 10, 26, 2, 5);
const lodged: Lodging = { state: 'lodged', at, dossierNo: 'H57-1', evidence: 'portalRead' };

describe('an official state in words', () => {
  it('has words of its own for each of the ten, and never a number', () => {
    const all = DOSSIER_STATUSES.map(({ code }) =>
      describeProgress({ ...lodged, status: code }, vi, '2026-12-01'),
    );
    const said = all.map((words) => `${words?.name} ${words?.means} ${words?.next}`);
    expect(new Set(said).size).toBe(10);
    expect(said.join(' ')).not.toMatch(/\d|undefined/);
    expect(all.filter((words) => words?.tone === 'bad')).toHaveLength(2);
  });

  it('says since when, and how old the reading is', () => {
    const words = describeProgress(
      { ...lodged, status: 9, statusAt: at, readAt: at + 3_600_000 },
      vi,
      '2026-12-01',
    );
    expect(words?.name).toBe('Có kết quả rồi');
    expect(words?.since).toBe('Từ 26/11');
    expect(words?.readAt).toBe('Theo Cổng Dịch vụ công lúc 10:05, 26/11/2026');
  });

  it('asks for nothing more once what was wanted is with the commune', () => {
    const asked = { ...lodged, status: 5, reason: 'Thiếu trang 2', askedAt: 7 };
    expect(describeProgress(asked, vi, '2026-12-01')?.tone).toBe('attention');
    const mended = describeProgress({ ...asked, mendedAt: 8 }, vi, '2026-12-01');
    expect(mended?.tone).toBe('good');
    expect(mended?.next).toContain('xã có phần đã sửa');
  });

  it('says nothing that the portal has not said', () => {
    expect(describeProgress(lodged, vi, '2026-12-01')).toBeUndefined();
    expect(describeProgress({ ...lodged, status: 77 }, vi, '2026-12-01')).toBeUndefined();
    expect(describeProgress({ state: 'awaitingCitizen', at, status: 9 }, vi, '2026-12-01')).toBeUndefined();
    expect(describeProgress(undefined, vi, '2026-12-01')).toBeUndefined();
  });
});
