/** The files of second copies as a simulated phone has them: frames, whole or torn. Knows no rule of which of them counts. */
import type { DeviceDisk, DeviceWrite } from '../src/custody/device-types.ts';
import type { OpId } from '../src/ids.ts';
import type { FrameMark, JournalPlace, StoredJournal } from '../src/custody/second-copy.ts';
import type { Cores } from './cores.ts';

/** Saves of a phone, the newest first; lists with one past share it. */
export interface Saved {
  readonly opId: OpId;
  readonly before: Saved | undefined;
}

type CopyRows = Pick<DeviceDisk, 'slots' | 'queue'>;

export interface CopyFrame extends FrameMark {
  /** A transaction; or, of what was there before, the head and then the rows; or the mark behind both. */
  readonly what:
    | { readonly type: 'writes'; readonly writes: readonly DeviceWrite[] }
    | { readonly type: 'head'; readonly head: DeviceDisk }
    | { readonly type: 'rows'; readonly rows: CopyRows; readonly saved: Saved | undefined }
    | { readonly type: 'whole' };
  readonly length: number;
}

export interface CopyFile {
  readonly frames: CopyFrame[];
  /** Bytes, those of a torn frame at the end among them. */
  length: number;
  /** The disk that the last whole frame's transaction left: for the checks, and for nobody else. */
  truth: DeviceDisk | undefined;
}

export interface SecondCopy {
  readonly files: readonly [CopyFile, CopyFile];
  /** A full disk, or a browser that does not answer: nothing is written until then. */
  refusedUntil: number;
  /** After a refusal nothing is begun anew before then. */
  notBefore: number;
  isRenewing: boolean;
  /** Behind, or ahead of a transaction that was refused, as far as the pages know that are open. */
  mustBegin: boolean;
}

/** Ciphertext twice, for the vault and for the commune, and a scan's piece now and then. */
const SAVE_BYTES = 3_000;
const OTHER_BYTES = 400;

export function createSecondCopy(): SecondCopy {
  const create = (): CopyFile => ({ frames: [], length: 0, truth: undefined });
  return { files: [create(), create()], refusedUntil: 0, notBefore: 0, isRenewing: false, mustBegin: false };
}

/** As it lies on a phone that was copied whole. */
export function copyFiles({ files, ...rest }: SecondCopy): SecondCopy {
  const copy = ({ frames, ...file }: CopyFile): CopyFile => ({ ...file, frames: [...frames] });
  return { ...rest, files: [copy(files[0]), copy(files[1])] };
}

export function measureWrites(writes: readonly DeviceWrite[]): number {
  return writes.reduce((sum, { type }) => sum + (type === 'putSlot' ? SAVE_BYTES : OTHER_BYTES), 20);
}

interface Appended {
  readonly at: number;
  readonly frame: CopyFrame;
  readonly truth: DeviceDisk;
  readonly isTorn?: boolean;
}

/** `isTorn`: half of it. False, and nothing written, where the file does not end at that byte. */
export function appendFrame(file: CopyFile, { at, frame, truth, isTorn }: Appended): boolean {
  if (file.length !== at) return false;
  if (isTorn !== true) {
    file.frames.push(frame);
    file.truth = truth;
  }
  file.length += isTorn === true ? Math.floor(frame.length / 2) : frame.length;
  return true;
}

export function clearFile(file: CopyFile): void {
  file.frames.length = 0;
  file.length = 0;
  file.truth = undefined;
}

export function readCopy(cores: Cores, copy: SecondCopy): StoredJournal<CopyFrame> | undefined {
  return cores.chooseJournal(copy.files.map((file, at) => readFile(cores, file, at === 0 ? 0 : 1)));
}

function readFile(cores: Cores, { frames }: CopyFile, at: 0 | 1): StoredJournal<CopyFrame> | undefined {
  const odd = frames.findIndex((frame, place) => !cores.followsFrame(frames[place - 1], frame));
  const read = odd === -1 ? frames : frames.slice(0, odd);
  return cores.divideFrames(at, read, ({ what }) => what.type === 'whole');
}

export function endsWithPlace(cores: Cores, copy: SecondCopy, place: JournalPlace): boolean {
  if (place.generation === 0 || place.tail < 0) return false;
  // A page died between beginning that one and emptying this one.
  if (copy.files[place.file === 0 ? 1 : 0].length > 0) return false;
  const { frames: all, length } = copy.files[place.file];
  const frames: CopyFrame[] = [];
  const whole = all.reduce((sum, frame) => sum + frame.length, 0);
  let at = whole;
  for (let last = all.length - 1; last >= 0 && at > place.tail; last--) {
    const frame = all[last];
    if (!frame) break;
    at -= frame.length;
    frames.unshift(frame);
  }
  if (at !== place.tail) return false;
  return cores.endsAtPlace(place, { frames, end: whole - at, length: length - place.tail });
}

/** Whether what lies on the disk could be had from the files alone: told by what was written, not by how it would be read. */
export function holdsDisk(copy: SecondCopy, meta: DeviceDisk): boolean {
  return copy.files.some(({ frames, truth }) => {
    const isWhole = frames.some(({ what }) => what.type === 'whole');
    return isWhole && truth === meta;
  });
}
