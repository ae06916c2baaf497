import { describe, expect, it } from 'vitest';
import type { RecordId } from '../ids.ts';
import { checkPatch } from './collection.ts';
import { policeReferral } from './police-referral.ts';

const citizen = 'AAAAAAAAAAAAAAAAAAAAAA' as RecordId;
const whole = {
  ...{ citizen, session: citizen, name: 'Hoàng Thị Mẫu', phone: '0912345678' },
  ...{ errands: ['card', 'level2'], paper: 'expired', day: '2026-11-25' },
};
const handedOver = { at: 1, by: 'Tú' };

describe('what a referral to the police may say', () => {
  it('is whose it is, what is wanted and when, by the team', () => {
    expect(checkPatch(policeReferral, whole, 'volunteer').ok).toBe(true);
    const taken = { phone: null, day: null, paper: null, errands: [] };
    expect(checkPatch(policeReferral, taken, 'teamLeader').ok).toBe(true);
  });

  it('is handed over by the officer alone, who writes nothing else of it', () => {
    expect(checkPatch(policeReferral, { handedOver }, 'officer').ok).toBe(true);
    expect(checkPatch(policeReferral, { handedOver }, 'volunteer').ok).toBe(false);
    expect(checkPatch(policeReferral, { day: '2026-11-25' }, 'officer').ok).toBe(false);
  });

  it.each(['personalId', 'dateOfBirth', 'residenceAsPrinted', 'note'])('has no place for %s', (path) => {
    expect(checkPatch(policeReferral, { [path]: 'x' }, 'volunteer').ok).toBe(false);
  });

  it('keeps the name and the telephone from the lists of the server', () => {
    expect(policeReferral.clear).not.toContain('name');
    expect(policeReferral.clear).not.toContain('phone');
  });
});
