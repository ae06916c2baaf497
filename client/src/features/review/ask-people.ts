/** Asks the commune who came to a session, after the PIN. Whoever has closed the question meanwhile is shown nobody, and asks for nobody. */
import { type PeopleReply, peopleReply } from '#shared/contracts/review';
import type { SendFault } from '../../custody/read-refusal.ts';
import type { ReviewOffice } from './queries.ts';

type AskedPeople =
  | { readonly type: 'people'; readonly people: PeopleReply['people'] }
  | { readonly type: 'pinRefused'; readonly problem: string }
  | { readonly type: 'fault'; readonly fault: SendFault }
  | { readonly type: 'notWanted' };

interface Question {
  readonly session: string;
  readonly pin: string;
  readonly isWanted: () => boolean;
}

export async function askPeople(
  office: Pick<ReviewOffice, 'ask' | 'confirmPin'>,
  { session, pin, isWanted }: Question,
): Promise<AskedPeople> {
  const problem = await office.confirmPin(pin);
  if (!isWanted()) return { type: 'notWanted' };
  if (problem !== undefined) return { type: 'pinRefused', problem };
  const asked = await office.ask('/api/review/people', { session }, peopleReply);
  if (!isWanted()) return { type: 'notWanted' };
  return asked.ok ? { type: 'people', people: asked.value.people } : { type: 'fault', fault: asked.error };
}
