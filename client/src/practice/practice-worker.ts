/** The worker that plays the commune for a trainee: it has no line to anybody. Only wires the commune to its port. */
import { openKeeper } from './commune/keep-state.ts';
import { openCommune, type PracticeCommune } from './commune/practice-commune.ts';
import type { Answer, Ask, Asked, Said } from './practice-messages.ts';

interface Port {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage: (answer: Answer) => void;
}

const port = self as unknown as Port;
let opening: Promise<PracticeCommune> | undefined;

port.onmessage = ({ data: { id, ask } }) => {
  void serve(ask)
    .catch((): Said => ({ type: 'failed' }))
    .then((said) => port.postMessage({ id, said }));
};

async function serve(ask: Ask): Promise<Said> {
  if (ask.type === 'open') {
    const { key, names } = ask;
    opening = openKeeper(key).then((keeper) => openCommune({ keeper, names, now: () => Date.now() }));
    await opening;
    return { type: 'opened' };
  }
  const commune = await opening;
  if (!commune) return { type: 'failed' };
  if (ask.type === 'records') return { type: 'records', records: await commune.listRecords() };
  if (ask.type === 'playCitizen' || ask.type === 'playOffice') {
    await commune[ask.type](ask.dossier);
    return { type: 'played' };
  }
  return { type: 'reply', reply: await commune.answer(ask.posting) };
}
