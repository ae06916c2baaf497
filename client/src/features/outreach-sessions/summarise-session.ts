/** A session in sentences that can be read aloud at its end. Leaves out whatever is nought. */
import type { Translator } from '../../i18n/translate.ts';
import type { SessionCount } from './count-session.ts';

/** `present` of the team came, of `count` who were to. */
export function summariseSession(
  count: SessionCount,
  team: { readonly present: number; readonly count: number },
  { t }: Translator,
): string[] {
  const { people, female, declined, done } = count;
  const left = count.waiting + count.inHand;
  const elderly = count.bands.from60;
  return [
    female > 0
      ? t('sessions.summary.peopleWomen', { count: people, female })
      : t('sessions.summary.people', { count: people }),
    elderly > 0 && t('sessions.summary.elderly', { count: elderly }),
    done > 0 && t('sessions.summary.done', { count: done }),
    left > 0 && t('sessions.summary.left', { count: left }),
    declined > 0 && t('sessions.summary.declined', { count: declined }),
    team.present === team.count
      ? t('sessions.summary.team', { count: team.count })
      : t('sessions.summary.teamOf', team),
  ].filter((sentence) => sentence !== false);
}
