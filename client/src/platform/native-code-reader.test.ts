import { describe, expect, it } from 'vitest';
import { type DetectorClass, findNativeReader } from './native-code-reader.ts';

/** What stands for a picture here is the text that it shows. */
type Shown = ImageBitmapSource & { readonly text: string };
const drawCode = (text: string) => ({ text }) as Shown;

interface Powers {
  readonly formats?: readonly string[];
  readonly detect?: (text: string) => readonly string[];
}

/** A browser's detector as browsers differ in it. */
function makeDetector({ formats = ['qr_code'], detect = (text) => [text] }: Powers): DetectorClass {
  return class {
    static getSupportedFormats = () => Promise.resolve(formats);
    detect = (picture: ImageBitmapSource) =>
      Promise.resolve(detect((picture as Shown).text).map((rawValue) => ({ rawValue })));
  };
}

describe('the browser’s own reader', () => {
  it('is taken where it reads a code with Vietnamese letters as it is', async () => {
    const read = await findNativeReader(makeDetector({}), drawCode);
    expect(await read?.(drawCode('099147000123||Hoàng Thị Mẫu'))).toEqual(['099147000123||Hoàng Thị Mẫu']);
  });

  it('drops codes that it saw without reading them', async () => {
    const detect = (text: string) => (text.startsWith('Gõ') ? [text] : ['', text]);
    const read = await findNativeReader(makeDetector({ detect }), drawCode);
    expect(await read?.(drawCode('a'))).toEqual(['a']);
  });

  it.each([
    ['is not there', undefined],
    ['knows no square codes, as Android without Google’s services', makeDetector({ formats: [] })],
    ['sees nothing', makeDetector({ detect: () => [] })],
    ['spoils the letters', makeDetector({ detect: (text) => [text.normalize('NFD')] })],
    [
      'breaks: "Barcode detection service unavailable"',
      makeDetector({
        detect: () => {
          throw new DOMException('Barcode detection service unavailable', 'NotSupportedError');
        },
      }),
    ],
  ])('is left where it %s', async (_, detector) => {
    expect(await findNativeReader(detector, drawCode)).toBeUndefined();
  });

  it('is not waited for longer than three seconds', async () => {
    const detector = makeDetector({});
    detector.getSupportedFormats = () => new Promise(() => undefined);
    const startedAt = Date.now();
    expect(await findNativeReader(detector, drawCode)).toBeUndefined();
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });
});
