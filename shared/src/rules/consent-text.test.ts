import { describe, expect, it } from 'vitest';
import { consentTexts, currentConsentVersion, findConsentText } from '../../data/consent-texts.ts';
import { consentPurposes } from '../model/citizen.ts';
import { fillConsentText, serializeConsentText } from './consent-text.ts';

const text = findConsentText(currentConsentVersion);
if (!text) throw new Error('The current consent text is missing.');
const blanks = {
  helper: 'Lành',
  hamlet: 'thôn Mẫu',
  purpose: 'làm hồ sơ khai sinh cho cháu',
  phone: '0912 345 678',
};

describe('the consent that is read aloud', () => {
  it('names the helper, the hamlet, the purpose and the number, with no blank left', () => {
    for (const sentence of [text.sentence.vi, text.sentence.en, text.roomSentence.vi, text.roomSentence.en]) {
      const said = fillConsentText(sentence, blanks);
      for (const value of Object.values(blanks)) expect(said).toContain(value);
      expect(said).not.toMatch(/[{}]/);
    }
    expect(fillConsentText(text.full.vi, blanks)).not.toMatch(/[{}]/);
  });

  it('says that no password, no code and no money is asked for, and that a no is all right', () => {
    for (const sentence of [text.sentence.vi, text.roomSentence.vi]) {
      expect(sentence).toContain('không hỏi mật khẩu, không hỏi mã OTP, không thu tiền');
      expect(sentence).toContain('vẫn');
    }
  });

  it('starts with every purpose off', () => {
    expect(text.purposes.map((purpose) => purpose.id)).toEqual([...consentPurposes]);
    expect(text.purposes.some((purpose) => purpose.isOn)).toBe(false);
  });

  it('does not fill a name that looks like a blank a second time', () => {
    expect(fillConsentText('{helper} {phone}', { ...blanks, helper: '{phone}' })).toBe(
      '{phone} 0912 345 678',
    );
  });

  it('has each version once, and another hash for any other word', () => {
    expect(new Set(consentTexts.map((entry) => entry.version)).size).toBe(consentTexts.length);
    const changed = { ...text, full: { ...text.full, en: `${text.full.en} ` } };
    expect(serializeConsentText(changed)).not.toBe(serializeConsentText(text));
  });
});
