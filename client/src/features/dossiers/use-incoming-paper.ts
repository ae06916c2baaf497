/** A file on its way into a dossier: looked at, shown, accepted or dropped. Nothing of it is kept before it is accepted. */
import { useEffect, useRef, useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import type { Work } from '../../custody/work.ts';
import { turnBack } from '../../platform/perspective.ts';
import { type ImageFault, prepareImage, type PreparedFile } from '../../platform/prepare-image.ts';
import { attachPaper } from './attach-paper.ts';
import type { CropMarks } from './crop-view.tsx';
import type { Dossier } from './read-dossier.ts';
import type { CroppedPicture } from './turned-picture.tsx';

export type PaperRefusal = ImageFault['type'] | 'heic' | 'notKept' | 'noRoom';

/** What a file was brought for, as far as was said when it was brought. */
export interface PaperAim {
  /** Undefined where it was pasted and several papers are possible. */
  readonly documentId?: string | undefined;
  /** A page behind those that are there, or one of them once more; undefined where it was not said. */
  readonly page?: 'next' | 'again' | undefined;
  /** By this page's camera, which can take another at once. */
  readonly isTaken?: boolean | undefined;
}

export interface PaperPlace {
  readonly document: FormDocument;
  /** As `attachPaper` knows it. */
  readonly page: string | undefined;
}

export interface ShownPaper {
  readonly blob: Blob;
  readonly type: PreparedFile['type'];
  /** Nothing on it could be read, as far as can be told. */
  readonly doubt?: PreparedFile['doubt'];
  /** Of the picture in memory. */
  readonly url: string;
  /** As it was brought: what is cut off may be wanted back until it is accepted. */
  readonly file: Blob;
  /** Undefined of a PDF, which is taken as it is. */
  readonly whole: CroppedPicture | undefined;
  /** How it was cut; undefined while it is whole. */
  readonly marks: CropMarks | undefined;
  readonly aim: PaperAim;
}

export interface IncomingPaper {
  readonly isPreparing: boolean;
  readonly isSealing: boolean;
  readonly shown: ShownPaper | undefined;
  readonly refusal: PaperRefusal | undefined;
  readonly offer: (file: Blob, aim: PaperAim) => Promise<void>;
  /** False where the phone had no strength for it: the picture stays as it was. */
  readonly crop: (marks: CropMarks | undefined) => Promise<boolean>;
  /** What is shown. False where it was not kept, or something is being sealed already. */
  readonly accept: (place: PaperPlace) => Promise<boolean>;
  /** The same for what was looked at elsewhere. */
  readonly seal: (paper: Pick<PreparedFile, 'blob' | 'type'>, place: PaperPlace) => Promise<boolean>;
  readonly drop: () => void;
}

export function useIncomingPaper(work: Work, dossier: Dossier): IncomingPaper {
  const [step, setStep] = useState<'preparing' | 'sealing'>();
  const [shown, setShown] = useShownPaper();
  const [refusal, setRefusal] = useState<PaperRefusal>();
  // Only the last file that was offered counts.
  const offers = useRef(0);

  const offer = async (file: Blob, aim: PaperAim) => {
    const number = ++offers.current;
    setRefusal(undefined);
    setShown(undefined);
    // Said before somebody takes pains with a picture that nothing could keep.
    if (work.storage.getSnapshot().room === 'noPhotographs') return setRefusal('noRoom');
    setStep('preparing');
    void work.drafts.flushNow();
    const prepared = await prepareImage(file);
    if (number !== offers.current) return;
    setStep(undefined);
    if (!prepared.ok) return setRefusal(nameRefusal(prepared.error));
    setShown(showPrepared(prepared.value, { file, aim }));
  };
  const crop = async (marks: CropMarks | undefined) => {
    const number = offers.current;
    if (!shown?.whole) return false;
    const corners = marks && turnBack(marks.corners, marks.turns);
    const prepared = await prepareImage(shown.file, corners);
    if (number !== offers.current) return true;
    if (!prepared.ok) return false;
    const { blob, type, doubt } = prepared.value;
    setShown({ ...shown, blob, type, doubt, marks, url: URL.createObjectURL(blob) });
    return true;
  };
  const drop = () => {
    offers.current += 1;
    setStep(undefined);
    setShown(undefined);
  };
  // At once: a second press may come before anything is drawn anew.
  const isTaken = useRef(false);
  const seal = async (paper: Pick<PreparedFile, 'blob' | 'type'>, place: PaperPlace) => {
    if (isTaken.current) return false;
    isTaken.current = true;
    setRefusal(undefined);
    setStep('sealing');
    const { document, page } = place;
    const named = { documentId: document.id, title: document.label.vi.slice(0, 200), page };
    try {
      const kept = await attachPaper(work, dossier, { ...named, file: paper.blob, type: paper.type });
      if (!kept.ok) setRefusal(kept.error.type);
      return kept.ok;
    } finally {
      isTaken.current = false;
      drop();
    }
  };
  const accept = async (place: PaperPlace) => (shown ? seal(shown, place) : false);
  return {
    ...{ isPreparing: step === 'preparing', isSealing: step === 'sealing' },
    ...{ shown, refusal, offer, crop, accept, seal, drop },
  };
}

/** The browser's hold on a picture is given back as soon as it is shown no more. */
function useShownPaper() {
  const state = useState<ShownPaper>();
  const [shown] = state;
  const url = shown?.url;
  const whole = shown?.whole?.url;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  useEffect(() => (whole === undefined ? undefined : () => URL.revokeObjectURL(whole)), [whole]);
  return state;
}

function showPrepared(prepared: PreparedFile, from: Pick<ShownPaper, 'file' | 'aim'>): ShownPaper {
  const { blob, type, doubt, width, height } = prepared;
  const isPicture = width !== undefined && height !== undefined;
  const whole = isPicture ? { url: URL.createObjectURL(blob), width, height } : undefined;
  return { ...{ blob, type, doubt, whole }, ...from, marks: undefined, url: URL.createObjectURL(blob) };
}

/** An iPhone's own kind of picture is whole, only not readable here: other words help. */
export function nameRefusal(fault: ImageFault): PaperRefusal {
  return fault.type === 'unreadable' && fault.found === 'heic' ? 'heic' : fault.type;
}
