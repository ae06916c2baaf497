/** The browser's own reader of square codes, believed only after it has read one. */

/** The part of `BarcodeDetector` that is used here; the DOM's types do not have it. */
interface Detector {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

export interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

export type NativeReader = (picture: ImageBitmapSource) => Promise<readonly string[]>;

const FORMAT = 'qr_code';
/** Marks on letters: some readers take UTF-8 for something else. */
const PROBE = 'Gõ Cửa|Nguyễn Đắc Hữu|Ví Dụ';
/** A phone whose reader is fetched first, or never comes, must not keep a person waiting. */
const PROBE_WAIT_MS = 3_000;

/** Undefined where there is none, where it knows no square codes, where it breaks, misreads or does not answer. */
export async function findNativeReader(
  detector: DetectorClass | undefined,
  drawCode: (text: string) => ImageBitmapSource,
): Promise<NativeReader | undefined> {
  if (!detector) return undefined;
  const given = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PROBE_WAIT_MS));
  return Promise.race([proveReader(detector, drawCode).catch(() => undefined), given]);
}

async function proveReader(
  Detector: DetectorClass,
  drawCode: (text: string) => ImageBitmapSource,
): Promise<NativeReader | undefined> {
  const formats = await Detector.getSupportedFormats();
  if (!formats.includes(FORMAT)) return undefined;
  const detector = new Detector({ formats: [FORMAT] });
  const read: NativeReader = async (picture) =>
    (await detector.detect(picture)).map(({ rawValue }) => rawValue).filter((text) => text !== '');
  const [first] = await read(drawCode(PROBE));
  return first === PROBE ? read : undefined;
}
