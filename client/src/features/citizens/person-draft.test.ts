import { describe, expect, it } from 'vitest';
import type { Patch } from '#shared/model/operation';
import { checkPatch } from '#shared/model/collection';
import { citizen } from '#shared/model/citizen';
import { parseIdCard } from '#shared/rules/id-card';
import {
  buildPersonPatch,
  emptyDraft,
  isBlank,
  listDraftFaults,
  readCardIntoDraft,
  readRecordIntoDraft,
} from './person-draft.ts';

const TODAY = '2026-11-22';
const CARD = '099158000110|191234567|HỒ THỊ CÚC|02031958|Nữ|Thôn Nam Giảng, Xã Quảng Thọ|20042021';
const NEW_CARD = `${CARD.replace('20042021', '20082024')}|HỒ VĂN CHA|LÊ THỊ MẸ`;

function readCard(text: string) {
  const reading = parseIdCard(text, TODAY, { practice: true });
  if (!reading.ok) throw new Error('The card of the test is not one.');
  return reading.value;
}

describe('a card that was read', () => {
  it('fills every box that it knows', () => {
    const patch = buildPersonPatch(readCardIntoDraft(emptyDraft, readCard(CARD)), {});
    expect(patch).toEqual({
      fullName: 'HỒ THỊ CÚC',
      personalId: '099158000110',
      oldIdNumber: '191234567',
      dateOfBirth: '1958-03-02',
      sex: 'female',
      residenceAsPrinted: 'Thôn Nam Giảng, Xã Quảng Thọ',
      issueDate: '2021-04-20',
      idDocType: 'CCCD',
      enteredBy: 'card',
    });
  });

  it('keeps no mark that would turn the name round', () => {
    const marked = CARD.replace('HỒ THỊ', '\u202EHỒ\u200E THỊ\u2066');
    expect(readCardIntoDraft(emptyDraft, readCard(marked)).fullName).toBe('HỒ THỊ CÚC');
  });

  it('leaves the names of the parents, which a new card carries, nowhere', () => {
    const reading = readCard(NEW_CARD);
    expect(reading.extra).toEqual(['HỒ VĂN CHA', 'LÊ THỊ MẸ']);
    const draft = readCardIntoDraft(emptyDraft, reading);
    expect(JSON.stringify([draft, buildPersonPatch(draft, {})])).not.toMatch(/HỒ VĂN CHA|LÊ THỊ MẸ/);
  });

  it('does not take away the telephone number that was known before', () => {
    const known = readRecordIntoDraft({ fullName: 'Cúc', phone: '0912345678', phoneOwner: 'relative' });
    expect(readCardIntoDraft(known, readCard(CARD))).toMatchObject({
      fullName: 'HỒ THỊ CÚC',
      phone: '0912345678',
      phoneOwner: 'relative',
    });
  });
});

describe('three boxes filled in by hand', () => {
  const draft = { ...emptyDraft, fullName: ' Lò Thị Hoa ', born: '1947', hamlet: 'Nà Ví' };

  it('are enough: the number may stay empty', () => {
    expect(listDraftFaults(draft)).toEqual([]);
    expect(buildPersonPatch(draft, {})).toEqual({
      fullName: 'Lò Thị Hoa',
      dateOfBirth: '1947',
      hamlet: 'Nà Ví',
      enteredBy: 'hand',
    });
  });

  it('name what must be mended, box by box', () => {
    const bad = { ...emptyDraft, born: 'năm Hợi', personalId: '12345', phone: '09' };
    expect(listDraftFaults(bad)).toEqual([
      'nameMissing',
      'birthUnreadable',
      'numberUnreadable',
      'phoneUnreadable',
    ]);
  });

  it('never write down a number or a telephone number that is only half typed', () => {
    const half = { ...draft, born: '02/13/1947', personalId: '0991580001', phone: '0912 34' };
    expect(buildPersonPatch(half, {})).toEqual({
      fullName: 'Lò Thị Hoa',
      hamlet: 'Nà Ví',
      enteredBy: 'hand',
    });
  });

  it('are read without what nobody can see: marks that a paste brings along', () => {
    const pasted = {
      ...emptyDraft,
      fullName: 'Hồ \u202EThị\u200B Cúc',
      born: '\u200E1958',
      personalId: '\u206609915800\u200D0110\u2069',
    };
    expect(listDraftFaults(pasted)).toEqual([]);
    expect(buildPersonPatch(pasted, {})).toMatchObject({
      fullName: 'Hồ Thị Cúc',
      dateOfBirth: '1958',
      personalId: '099158000110',
    });
    expect(listDraftFaults({ ...emptyDraft, fullName: '\u200B' })).toContain('nameMissing');
  });

  it('are blank until something is typed that tells who it is', () => {
    expect(isBlank({ ...emptyDraft, hamlet: 'Nà Ví', sex: 'female' })).toBe(true);
    expect(isBlank({ ...emptyDraft, born: '1947' })).toBe(false);
  });
});

describe('what is written', () => {
  it('is only what changed, and what was rubbed out is taken away', () => {
    const written: Patch = {
      fullName: 'Lò Thị Hoa',
      dateOfBirth: '1947',
      phone: '0912345678',
      enteredBy: 'hand',
    };
    const draft = { ...readRecordIntoDraft(written), phone: '', born: '02/03/1947' };
    expect(buildPersonPatch(draft, written)).toEqual({ dateOfBirth: '1947-03-02', phone: null });
  });

  it('drops the telephone number of somebody who has none', () => {
    const written: Patch = { fullName: 'Hoa', phone: '0912345678', phoneOwner: 'self', enteredBy: 'hand' };
    const draft = { ...readRecordIntoDraft(written), phoneOwner: 'none' as const };
    expect(buildPersonPatch(draft, written)).toEqual({ phone: null, phoneOwner: 'none' });
  });

  it('is always something that the commune takes', () => {
    const drafts = [
      readCardIntoDraft(emptyDraft, readCard(CARD)),
      readCardIntoDraft(emptyDraft, readCard(NEW_CARD)),
      {
        ...emptyDraft,
        fullName: 'Hoa',
        born: '3/1947',
        phone: '+84 912 345 678',
        personalId: '0991 5800 0110',
      },
    ];
    for (const draft of drafts)
      expect(checkPatch(citizen, buildPersonPatch(draft, {}), 'volunteer')).toEqual({
        ok: true,
        value: undefined,
      });
  });
});

describe('in practice', () => {
  const real = { ...emptyDraft, fullName: 'Hồ Thị Thử', personalId: '046158000110' };

  it('a number that a real person may have is named, and never written down', () => {
    expect(listDraftFaults(real, true)).toEqual(['numberReal']);
    expect(buildPersonPatch(real, {}, true)).not.toHaveProperty('personalId');
  });

  it('the number of a sample card is taken, and elsewhere any number is', () => {
    expect(listDraftFaults({ ...real, personalId: '099158000110' }, true)).toEqual([]);
    expect(listDraftFaults(real, false)).toEqual([]);
    expect(buildPersonPatch(real, {}, false)).toHaveProperty('personalId', '046158000110');
  });
});
