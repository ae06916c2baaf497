/** What the form for opening a session already knows: the last place of this volunteer, or a guess that can be typed over. */
import type { SessionKind } from '#shared/model/outreach-session';
import type { SessionFacts } from './read-session.ts';

export interface OpeningSuggestion {
  readonly place: string;
  readonly hamlet: string;
  readonly kind: SessionKind;
}

interface Opener {
  readonly id: string;
  readonly hamlet: string | null;
  /** "Nhà văn hóa" in the language of the screen, where nothing better is known. */
  readonly usualPlace: (hamlet: string) => string;
}

/** `sessions` in any order: the one that was opened last by this member, else by anybody of the team, is repeated. */
export function suggestOpening(sessions: readonly SessionFacts[], opener: Opener): OpeningSuggestion {
  const latestFirst = [...sessions].sort((a, b) => b.openedAt - a.openedAt);
  const own = latestFirst.find((session) => session.members.some((member) => member.id === opener.id));
  const last = own ?? latestFirst[0];
  const hamlet = last?.hamlet ?? opener.hamlet ?? '';
  return {
    place: last?.place || opener.usualPlace(hamlet),
    hamlet,
    kind: last?.kind ?? 'hamletMeeting',
  };
}
