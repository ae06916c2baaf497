/** The way from a trainee's phone to the commune that its worker plays, with the weather that the trainee chose. Reaches no network. */
import type { RecordState } from '#shared/custody/server-types';
import type { RecordId } from '#shared/ids';
import { err, ok } from '#shared/result';
import type { PostBytes } from '../custody/post-bytes.ts';
import type { CommuneNames } from './commune/found-commune.ts';
import type { Answer, Ask, Said } from './practice-messages.ts';

/** `dropsMidway`: the commune hears what is sent, and its answer is lost on the way back. */
export type Weather = 'good' | 'none' | 'dropsMidway';

export interface PracticeLine {
  readonly post: PostBytes;
  readonly getWeather: () => Weather;
  readonly setWeather: (weather: Weather) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** What the commune has really received. */
  readonly listReceived: () => Promise<readonly RecordState[]>;
  /** Whatever the weather here: the citizen has a phone of their own. */
  readonly playCitizen: (dossier: RecordId) => Promise<void>;
  /** Whatever the weather here: the one-stop sits elsewhere. */
  readonly playOffice: (dossier: RecordId) => Promise<void>;
}

interface LineParts {
  readonly worker: Worker;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly names: CommuneNames;
  readonly weather: Weather;
  readonly keepWeather: (weather: Weather) => void;
}

/** Rejects when the worker cannot keep anything on this phone. */
export async function openLine({ worker, key, names, ...sky }: LineParts): Promise<PracticeLine> {
  const ask = createAsking(worker);
  const opened = await ask({ type: 'open', key, names });
  if (opened.type !== 'opened') throw new Error('The practice commune could not be opened.');
  const listeners = new Set<() => void>();
  let { weather } = sky;
  return {
    getWeather: () => weather,
    setWeather: (next) => {
      weather = next;
      sky.keepWeather(next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    post: async (posting) => {
      if (weather === 'none') return err('unreachable');
      const said = await ask({ type: 'post', posting });
      const isHeard = said.type === 'reply' && weather === 'good';
      return isHeard ? ok(said.reply) : err('unreachable');
    },
    listReceived: async () => {
      const said = await ask({ type: 'records' });
      return said.type === 'records' ? said.records : [];
    },
    playCitizen: async (dossier) => void (await ask({ type: 'playCitizen', dossier })),
    playOffice: async (dossier) => void (await ask({ type: 'playOffice', dossier })),
  };
}

function createAsking(worker: Worker): (ask: Ask) => Promise<Said> {
  const waiting = new Map<number, (said: Said) => void>();
  let lastId = 0;
  worker.onmessage = ({ data: { id, said } }: MessageEvent<Answer>) => {
    waiting.get(id)?.(said);
    waiting.delete(id);
  };
  worker.onerror = () => {
    for (const answer of waiting.values()) answer({ type: 'failed' });
    waiting.clear();
  };
  return (ask) =>
    new Promise((answer) => {
      lastId += 1;
      waiting.set(lastId, answer);
      worker.postMessage({ id: lastId, ask });
    });
}
