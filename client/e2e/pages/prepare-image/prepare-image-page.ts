/** A page that makes pictures as phones and scanners do and has them prepared, with every decoding counted. */
import { joinPages } from '../../../src/platform/join-pages.ts';
import { type Corners, findProjection, project } from '../../../src/platform/perspective.ts';
import { prepareImage } from '../../../src/platform/prepare-image.ts';

export interface Wanted {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
  /** Grain that no encoder can press small, as a dark room gives it. */
  readonly isGrainy?: boolean;
  /** Stands behind the start of the file, where cameras write what they know, so many times. */
  readonly segment?: readonly number[];
  readonly times?: number;
}

export interface Prepared {
  readonly fault: unknown;
  readonly type: string | undefined;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly decodings: number;
  readonly size: number;
  readonly base64: string;
  /** What a person is warned of before the picture is kept. */
  readonly doubt: string | undefined;
  /** Colours in the middle of the four corners, as a viewer that turns nothing sees them. */
  readonly corners: readonly string[];
}

let decodings = 0;
const decode = globalThis.createImageBitmap.bind(globalThis);
globalThis.createImageBitmap = ((...parts: Parameters<typeof createImageBitmap>) => {
  decodings += 1;
  return decode(...parts);
}) as typeof createImageBitmap;

async function prepare(file: Blob, corners?: Corners): Promise<Prepared> {
  decodings = 0;
  const prepared = await prepareImage(file, corners);
  const counted = decodings;
  if (!prepared.ok) {
    const nothing = {
      type: undefined,
      width: undefined,
      height: undefined,
      size: 0,
      base64: '',
      doubt: undefined,
      corners: [],
    };
    return { fault: prepared.error, decodings: counted, ...nothing };
  }
  const { blob, type, width, height, doubt } = prepared.value;
  if (blob.type !== type) throw new Error(`The blob says ${blob.type}.`);
  return {
    ...{ fault: undefined, type, width, height, decodings: counted },
    ...{ size: blob.size, base64: await readBase64(blob), doubt },
    corners: type === 'application/pdf' ? [] : await readCorners(blob),
  };
}

function readBase64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(blob);
  });
}

/** Red, green, blue, white: top left, top right, bottom left, bottom right. */
async function draw({ type, width, height, isGrainy, segment, times = 1 }: Wanted): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('No canvas.');
  const colours = ['#f00', '#0f0', '#00f', '#fff'];
  for (const [at, colour] of colours.entries()) {
    pen.fillStyle = colour;
    pen.fillRect((at % 2) * (width / 2), Math.floor(at / 2) * (height / 2), width / 2, height / 2);
  }
  if (isGrainy) addGrain(pen, width, height);
  const blob = await canvas.convertToBlob({ type, quality: 0.95 });
  if (!segment) return blob;
  const segments = Array.from({ length: times }, () => Uint8Array.from(segment));
  return new Blob([blob.slice(0, 2), ...segments, blob.slice(2)], { type });
}

/** Every point of its own colour (xorshift): no encoder finds anything to repeat. */
function addGrain(pen: OffscreenCanvasRenderingContext2D, width: number, height: number): void {
  const picture = pen.createImageData(width, height);
  const points = new Uint32Array(picture.data.buffer);
  let state = 2_463_534_242;
  for (let at = 0; at < points.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    points[at] = (state | 0xff00_0000) >>> 0;
  }
  pen.putImageData(picture, 0, 0);
}

async function readCorners(blob: Blob): Promise<string[]> {
  const bitmap = await decode(blob, { imageOrientation: 'none' });
  const { width, height } = bitmap;
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('No canvas.');
  pen.drawImage(bitmap, 0, 0);
  const names: Readonly<Record<string, string>> = {
    '100': 'red',
    '010': 'green',
    '001': 'blue',
    '111': 'white',
  };
  return [0, 1, 2, 3].map((at) => {
    const [x, y] = [((at % 2) * 2 + 1) * (width / 4), (Math.floor(at / 2) * 2 + 1) * (height / 4)];
    const [red = 0, green = 0, blue = 0] = pen.getImageData(x, y, 1, 1).data;
    return names[[red, green, blue].map((value) => (value > 127 ? 1 : 0)).join('')] ?? 'other';
  });
}

export type Paper = 'clear' | 'handShaken' | 'blurred' | 'dim' | 'dark' | 'white' | 'oneLine';

/** A certificate as it lies on a table, photographed well or badly: letters of a real font in uneven light. */
async function photograph(kind: Paper): Promise<Blob> {
  const [width, height] = [1200, 1600];
  const [sheet, letters] = [new OffscreenCanvas(width, height), new OffscreenCanvas(width, height)];
  const [pen, writer] = [sheet.getContext('2d', { willReadFrequently: true }), letters.getContext('2d')];
  if (!pen || !writer) throw new Error('No canvas.');
  const light = pen.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, '#f4f1ea');
  light.addColorStop(1, '#b9b4a8');
  pen.fillStyle = light;
  pen.fillRect(0, 0, width, height);
  writer.fillStyle = '#2b2a33';
  writer.font = '22px serif';
  const lines = kind === 'white' ? 0 : kind === 'oneLine' ? 1 : 42;
  for (let line = 0; line < lines; line += 1)
    writer.fillText(
      'Họ, chữ đệm, tên mẹ: HOÀNG THỊ MẪU, sinh ngày 02/03/1990, thôn Mẫu',
      100,
      150 + line * 32,
    );
  const blur = { handShaken: 1.5, blurred: 8 }[kind as string];
  pen.filter = blur === undefined ? 'none' : `blur(${blur}px)`;
  pen.drawImage(letters, 0, 0);
  pen.filter = 'none';
  pen.fillStyle = `rgb(0 0 0 / ${{ dim: 60, dark: 94 }[kind as string] ?? 0}%)`;
  pen.fillRect(0, 0, width, height);
  return sheet.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

/**
 * A sheet of four colours that lies askew on a dark table, drawn point by point as a lens would see it, between these
 * corners. What the camera writes of place and phone stands in front.
 */
async function photographAskew(corners: Corners, segment: readonly number[]): Promise<Blob> {
  const [width, height] = [4000, 3000];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('No canvas.');
  pen.fillStyle = '#222';
  pen.fillRect(0, 0, width, height);
  const projection = findProjection(corners);
  for (let down = 0; down < 20; down += 1)
    for (let across = 0; across < 20; across += 1) {
      pen.fillStyle = ['#f00', '#0f0', '#00f', '#fff'][(across < 10 ? 0 : 1) + (down < 10 ? 0 : 2)] ?? '';
      pen.beginPath();
      for (const [x, y] of [
        [across, down],
        [across + 1, down],
        [across + 1, down + 1],
        [across, down + 1],
      ] as const) {
        const place = project(projection, { x: x / 20, y: y / 20 });
        pen.lineTo(place.x * width, place.y * height);
      }
      pen.fill();
    }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new Blob([blob.slice(0, 2), Uint8Array.from(segment), blob.slice(2)], { type: 'image/jpeg' });
}

const imagePage = {
  /** As they come back from the commune, one paper. */
  joinDrawn: async (wanted: readonly Wanted[], more: readonly string[] = []) => {
    const drawn = await Promise.all(wanted.map(draw));
    const joined = await joinPages([...drawn, ...more.map((text) => new Blob([text]))]);
    return joined && { type: joined.type, base64: await readBase64(joined) };
  },
  prepareAskew: async (corners: Corners, segment: readonly number[]) =>
    prepare(await photographAskew(corners, segment), corners),
  /** Drawn between these corners, read between those. */
  prepareTurned: async (drawn: Corners, wanted: Corners) => prepare(await photographAskew(drawn, []), wanted),
  /** A photograph of letters cut down to a part of it. */
  prepareCut: async (kind: Paper, corners: Corners) => prepare(await photograph(kind), corners),
  preparePaper: async (kind: Paper) => prepare(await photograph(kind)),
  prepareDrawn: async (wanted: Wanted) => prepare(await draw(wanted)),
  /** A named file with a type of its own, as the picker hands it over. */
  prepareFile: (bytes: readonly number[], name: string, type: string) =>
    prepare(new File([Uint8Array.from(bytes)], name, { type })),
  /** `head`, filled up with noughts to so many bytes. */
  prepareLarge: (head: readonly number[], size: number) =>
    prepare(new Blob([Uint8Array.from(head), new Uint8Array(size - head.length)])),
  /** Chosen from a folder that is gone by the time it is read. */
  prepareLost: () => {
    const lost = new Blob(['x']);
    lost.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) as Blob;
    return prepare(lost);
  },
  violations: [] as string[],
};

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  imagePage.violations.push(`${violatedDirective} ${blockedURI}`),
);

declare global {
  interface Window {
    imagePage: typeof imagePage;
  }
}

window.imagePage = imagePage;
