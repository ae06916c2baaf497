import { describe, expect, it } from 'vitest';
import { judgeBackup } from './judge-backup.ts';

const good = { lastAt: 1, sameDisk: false, isLate: false };

describe('the light of the backup', () => {
  it('is good only while copies are made, and on another disk', () => {
    expect(judgeBackup(good)).toBe('good');
    expect(judgeBackup({ ...good, sameDisk: true })).toBe('sameDisk');
    expect(judgeBackup({ ...good, isLate: true })).toBe('late');
    expect(judgeBackup({ ...good, isLate: true, sameDisk: true })).toBe('late');
    expect(judgeBackup({ ...good, lastAt: null })).toBe('none');
  });

  it('of an answer that was remembered from before still opens', () => {
    expect(judgeBackup({ lastAt: 1, sameDisk: false })).toBe('good');
  });
});
