/** Does the one thing that the core lets leave the house, and reads the answer back to it as an event. */
import { findOwnRefusal } from '#shared/custody/compose-pack';
import type { CallOutcome, ForwardEvent } from '#shared/custody/forwarder-types';
import type { PortalConnector } from './connector.ts';
import { type FileSource, openFiles } from './open-files.ts';
import type { PreparedPack } from './prepare-pack.ts';
import type { Leaving } from './step-row.ts';

export interface Performer {
  readonly source: FileSource;
  readonly connector: PortalConnector;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: (line: string) => void;
}

export interface Errand {
  readonly effect: Leaving;
  readonly prepared: PreparedPack;
  readonly commune: string;
}

export interface Performed {
  readonly event: ForwardEvent;
  /** Whether the portal gave a definite answer; undefined when it was not asked at all. */
  readonly isAnswered: boolean | undefined;
}

export async function performEffect(performer: Performer, errand: Errand): Promise<Performed> {
  const { connector, random } = performer;
  const { effect } = errand;
  const stamp = (): { now: number; jitter: number } => ({ now: performer.now(), jitter: random() });
  switch (effect.type) {
    case 'call': {
      const refusal = findOwnRefusal(errand.prepared, effect.payloadHash);
      const outcome = refusal ?? (await call(performer, errand));
      const isAnswered = outcome.type === 'packed' || outcome.type === 'refused';
      return {
        event: { type: 'called', ...stamp(), outcome },
        isAnswered: refusal ? undefined : isAnswered,
      };
    }
    case 'query': {
      const outcome = await connector.query(effect);
      return { event: { type: 'queried', ...stamp(), outcome }, isAnswered: outcome.type !== 'failed' };
    }
    case 'withdraw': {
      const outcome = await connector.withdraw(effect.packNumber);
      const event = { type: 'withdrawAnswered', ...stamp(), outcome } as const;
      return { event, isAnswered: outcome.type !== 'failed' };
    }
  }
}

/** A fault of ours in the middle says nothing about what the portal has seen. */
async function call({ source, connector, log }: Performer, errand: Errand): Promise<CallOutcome> {
  const { pack, papers } = errand.prepared;
  if ('missing' in pack) throw new Error('A pack that is not one was to be sent.');
  try {
    const files = openFiles(source, { papers, documents: pack.documents, commune: errand.commune });
    return await connector.submit({ pack, files });
  } catch (fault) {
    log(`forwarder ${pack.reference}: ${String(fault)}`);
    return { type: 'unknown' };
  }
}
