/** What a reader of codes promises; knows no way of reading. */
import type { PictureView } from './picture-views.ts';

export interface Look {
  /** Tried in turn until one shows a code. */
  readonly views: readonly PictureView[];
  /** One picture that somebody took on purpose: worth every effort. */
  readonly isStill: boolean;
  /** Bar codes of receipts (Code 128) as well as square codes. */
  readonly hasBars?: boolean;
}

export interface CodeReader {
  /** Takes the picture over and closes it. Rejects when nothing here can read at all. */
  readonly read: (picture: ImageBitmap, look: Look) => Promise<readonly string[]>;
  /** Ends the worker; a read under way rejects. */
  readonly close: () => void;
}
