import { describe, expect, it } from 'vitest';
import { nameOtherCode } from './name-other-code.ts';

describe('a code that is no card', () => {
  it.each([
    ['https://zalo.me/g/abc', 'link'],
    ['HTTP://VI.DU', 'link'],
    ['www.vidu.vn', 'link'],
    [' WIFI:S:nha;T:WPA;P:x;;', 'wifi'],
    ['00020101021138540010A000000727', 'bank'],
    ['BEGIN:VCARD\nVERSION:3.0', 'contact'],
    ['tel:0900000000', 'contact'],
  ])('%s is a %s', (text, kind) => expect(nameOtherCode(text)).toBe(kind));

  it.each([['099147000123||Hoàng Thị Mẫu|02031947|Nữ|Thôn Mẫu|05112022'], ['ABCD EFGH'], ['']])(
    '%s is none of these',
    (text) => expect(nameOtherCode(text)).toBeUndefined(),
  );
});
