/** A file on its way into a dossier: looked at, shown, accepted or dropped. Nothing of it is kept before it is accepted. */
import { useEffect, useRef, useState } from 'react';
import type { FormDocument } from '#shared/rules/form-definition';
import type { Work } from '../../custody/work.ts';
import { type ImageFault, prepareImage, type PreparedFile } from '../../platform/prepare-image.ts';
import { attachPaper } from './actions.ts';
import type { Dossier } from './read-dossier.ts';

export type PaperRefusal = ImageFault['type'] | 'heic' | 'notKept' | 'noRoom';

export interface ShownPaper {
  readonly blob: Blob;
  readonly type: PreparedFile['type'];
  /** Nothing on it could be read, as far as can be told. */
  readonly doubt?: PreparedFile['doubt'];
  /** Of the picture in memory. */
  readonly url: string;
  /** Undefined where it was pasted and several papers are possible. */
  readonly documentId: string | undefined;
}

export interface IncomingPaper {
  readonly isPreparing: boolean;
  readonly isSealing: boolean;
  readonly shown: ShownPaper | undefined;
  readonly refusal: PaperRefusal | undefined;
  readonly offer: (file: Blob, documentId: string | undefined) => Promise<void>;
  readonly accept: (document: FormDocument, title: string) => Promise<void>;
  readonly drop: () => void;
}

export function useIncomingPaper(work: Work, dossier: Dossier): IncomingPaper {
  const [step, setStep] = useState<'preparing' | 'sealing'>();
  const [shown, setShown] = useState<ShownPaper>();
  const [refusal, setRefusal] = useState<PaperRefusal>();
  // Only the last file that was offered counts.
  const offers = useRef(0);
  useEffect(() => (shown ? () => URL.revokeObjectURL(shown.url) : undefined), [shown]);

  const offer = async (file: Blob, documentId: string | undefined) => {
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
    setShown({ ...prepared.value, url: URL.createObjectURL(prepared.value.blob), documentId });
  };
  const drop = () => {
    offers.current += 1;
    setStep(undefined);
    setShown(undefined);
  };
  const accept = async (document: FormDocument, title: string) => {
    if (!shown || step === 'sealing') return;
    setStep('sealing');
    const { blob: file, type } = shown;
    const kept = await attachPaper(work, dossier, { documentId: document.id, title, file, type });
    drop();
    if (!kept.ok) setRefusal(kept.error.type);
  };
  return {
    ...{ isPreparing: step === 'preparing', isSealing: step === 'sealing' },
    ...{ shown, refusal, offer, accept, drop },
  };
}

/** An iPhone's own kind of picture is whole, only not readable here: other words help. */
function nameRefusal(fault: ImageFault): PaperRefusal {
  return fault.type === 'unreadable' && fault.found === 'heic' ? 'heic' : fault.type;
}
