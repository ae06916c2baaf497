/** Both languages are complete, and neither says what the other does not. */
import { describe, expect, it } from 'vitest';
import { listSaidKeys } from '../../../fixtures/words/list-said-keys.ts';
import { errorCodes } from '#shared/contracts/error-codes';
import { messagesEn } from './messages-en.ts';
import { messagesVi } from './messages-vi.ts';
import type { MessageText } from './message-types.ts';

type Sections = Readonly<Record<string, Readonly<Record<string, MessageText>>>>;

function flatten(sections: Sections): Map<string, MessageText> {
  return new Map(
    Object.entries(sections).flatMap(([section, rows]) =>
      Object.entries(rows).map(([key, text]) => [`${section}.${key}`, text] as const),
    ),
  );
}

function listForms(text: MessageText): string[] {
  return typeof text === 'string' ? [text] : [text.one, text.other];
}

function listParams(text: MessageText): string[] {
  const names = listForms(text).flatMap((form) =>
    [...form.matchAll(/\{(\w+)\}/g)].map((row) => row[1] ?? ''),
  );
  return [...new Set(names)].sort();
}

const vietnamese = flatten(messagesVi);
const english = flatten(messagesEn);

describe('the words of both languages', () => {
  it('cover the same keys: none is missing in English and none is left over', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
  });

  it('are each said somewhere: none is left over from a screen that is gone or not built', () => {
    const keys = [...vietnamese.keys()].filter((key) => key !== 'sessions.recordHint');
    expect(listSaidKeys(keys, { withGallery: true })).toEqual(keys);
    expect(listSaidKeys(['custody.nothingSuch', 'lock.nothingSuch'], { withGallery: true })).toEqual([]);
  });

  it('ask for the same facts in every sentence', () => {
    const differing = [...vietnamese].filter(
      ([key, text]) => listParams(text).join() !== listParams(english.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are nowhere empty and have no stray spaces or lone braces', () => {
    const bad = [...vietnamese, ...english].filter(([, text]) =>
      listForms(text).some(
        (form) => form.trim() === '' || form !== form.trim() || /[{}]/.test(form.replace(/\{\w+\}/g, '')),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('count only where a number is given', () => {
    const counted = [...english].filter(([, text]) => typeof text !== 'string');
    expect(counted.length).toBeGreaterThan(0);
    expect(counted.filter(([, text]) => !listParams(text).includes('count'))).toEqual([]);
  });

  it('are real Vietnamese, composed the way keyboards type it', () => {
    expect(
      [...vietnamese].filter(([, text]) => listForms(text).some((form) => form !== form.normalize('NFC'))),
    ).toEqual([]);
  });
});

describe('the words of a village', () => {
  it('never speak of servers, synchronising, queues or devices', () => {
    const office =
      /máy chủ|đồng bộ|hàng đợi|phiên|thiết bị|giữ hộ|offline|online|server|internet|lỗi mạng|hết hạn phiên/i;
    const found = [...vietnamese].filter(([, text]) => listForms(text).some((form) => office.test(form)));
    expect(found).toEqual([]);
  });

  it('never call the public service portal just a gate', () => {
    const found = [...vietnamese].filter(([, text]) =>
      listForms(text).some((form) => /\bcổng\b(?! Dịch vụ công)/iu.test(form)),
    );
    expect(found).toEqual([]);
  });

  it('have an answer for every refusal, in both languages', () => {
    expect(Object.keys(messagesVi.errors).sort()).toEqual(Object.keys(errorCodes).sort());
    expect(Object.keys(messagesEn.errors).sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it('say on the bar, in one line of a small phone, what is saved and what waits', () => {
    const tooLong = [...vietnamese, ...english].filter(
      ([key, text]) => key.startsWith('custody.bar.') && listForms(text).some((form) => form.length > 38),
    );
    expect(tooLong).toEqual([]);
  });
});
