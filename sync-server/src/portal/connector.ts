/** What any connector to a receiving system offers. It translates; when to call and what an answer means for the dossier is the core's. */
import type { PackRequest } from '#shared/contracts/portal';
import type { CallOutcome, QueryOutcome, WithdrawOutcome } from '#shared/custody/forwarder-types';
import type { DossierOutcome } from '#shared/custody/note-number';

/** The bytes of one paper of the pack; `sha256` in lower-case hex, as the pack names it. */
export interface PackFile {
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export interface PackToSubmit {
  readonly pack: PackRequest;
  /** One at a time, so that only one paper is in memory. */
  readonly files: AsyncIterable<PackFile>;
}

export interface PackQuestion {
  readonly reference: string;
  readonly packNumber: string | null;
}

/** None of these throws: whatever goes wrong on the line is an outcome. */
export interface PortalConnector {
  submit(given: PackToSubmit): Promise<CallOutcome>;
  query(question: PackQuestion): Promise<QueryOutcome>;
  withdraw(packNumber: string): Promise<WithdrawOutcome>;
  /** By its official number, whoever lodged it: one of a pack that went from here, or one that a person read off a receipt. */
  readDossier(dossierNo: string): Promise<DossierOutcome>;
  /** A question about nobody, without effect: whether there is a portal at the other end. */
  isAnswering(): Promise<boolean>;
}
