import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSessionCode, type SessionCode, writeSessionCode } from './session-code.ts';

const session: SessionCode = {
  commune: 'grcO7n8aUDm-8H7CNH8Gbg',
  session: '10ocEPyrakJD0zZW3r5MHg',
  letter: 'B',
  place: 'Nhà văn hóa Thôn Mẫu',
  hamlet: 'Thôn Mẫu',
  team: 'Thôn Mẫu',
  kind: 'hamletMeeting',
  day: '2026-11-22',
  openedAt: 1795312000000,
  leader: 'Nguyễn Văn Lành',
  roomReading: { version: '2026-10', at: 1795312060000, reader: 'Nguyễn Văn Lành' },
};

describe('the code of a session', () => {
  it('comes back as it was written, bare, as an address, and torn over lines', () => {
    const code = writeSessionCode(session);
    expect(readSessionCode(code)).toEqual({ ok: true, value: session });
    expect(readSessionCode(`https://xa.example/vao-buoi#${code}`)).toEqual({ ok: true, value: session });
    expect(readSessionCode(` ${code.slice(0, 40)}\n${code.slice(40)} `)).toEqual({
      ok: true,
      value: session,
    });
    const silent = { ...session, hamlet: null, team: null, roomReading: null };
    expect(readSessionCode(writeSessionCode(silent))).toEqual({ ok: true, value: silent });
  });

  it('is plain in an address, and short enough for a square code on a small phone', () => {
    const code = writeSessionCode(session);
    expect(encodeURI(code)).toBe(code);
    expect(code.length).toBeLessThan(450);
  });

  it('is refused as broken wherever it is cut', () => {
    const code = writeSessionCode(session);
    for (let length = 'gc1.'.length; length < code.length; length++)
      expect(readSessionCode(code.slice(0, length))).toEqual({ ok: false, error: 'broken' });
  });

  it('is refused as broken with any one letter altered', () => {
    const code = writeSessionCode(session);
    for (let at = 4; at < code.length; at++) {
      const other = code[at] === 'x' ? 'y' : 'x';
      expect(readSessionCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
    }
  });

  it('is told from a later version and from whatever else a camera reads', () => {
    expect(readSessionCode('gc2.whatever.1')).toEqual({ ok: false, error: 'newer' });
    for (const text of ['', 'https://xa.example/?ma=BCDFG-HJKLM', '099147000123|190000123|Hoàng Thị Mẫu'])
      expect(readSessionCode(text)).toEqual({ ok: false, error: 'strange' });
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string(), (text) => !readSessionCode(`gc1.${text}`).ok));
  });
});
