/** Fetches a scan for as long as it is looked at; its address dies with the look. */
import { useEffect, useState } from 'react';
import type { AttachmentId, RecordId } from '#shared/ids';
import { type PaperType, paperTypes } from '#shared/model/paper';
import type { Work } from '../../custody/work.ts';

export type Scan =
  | { readonly state: 'fetching' }
  /** No signal, or not to be had: sealed scans are with the commune only. */
  | { readonly state: 'locked' }
  | { readonly state: 'open'; readonly address: string; readonly isPdf: boolean };

export function useScan(work: Work, attachment: AttachmentId): Scan {
  const [scan, setScan] = useState<Scan>({ state: 'fetching' });
  useEffect(() => {
    let address: string | undefined;
    let isOver = false;
    const show = (blob: Blob | undefined): void => {
      if (isOver) return;
      if (!blob) return setScan({ state: 'locked' });
      const type = findType(work, attachment) ?? blob.type;
      address = URL.createObjectURL(new Blob([blob], { type }));
      setScan({ state: 'open', address, isPdf: type === 'application/pdf' });
    };
    work.papers.view(attachment).then(show, () => show(undefined));
    return () => {
      isOver = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [work, attachment]);
  return scan;
}

/** Only a type that papers may have: what the browser is told decides how it opens the bytes. */
function findType(work: Work, attachment: AttachmentId): PaperType | undefined {
  const told = work.store.findRecord(attachment as string as RecordId)?.values['type'];
  return paperTypes.find((type) => type === told);
}
