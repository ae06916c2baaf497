/** What a session was like: incidents, whether people went home content, members in and out. */
import { incidentPresets } from '#data/incidents';
import type { SessionSummary } from '#shared/contracts/review';
import { formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';

interface SessionStoryProps {
  readonly session: SessionSummary;
}

export function SessionStory({ session }: SessionStoryProps) {
  return (
    <>
      <Incidents session={session} />
      <Satisfaction session={session} />
      <Members session={session} />
    </>
  );
}

function Incidents({ session }: SessionStoryProps) {
  const { t, language } = useTranslation();
  const { incidents } = session;
  return (
    <Section title={t('review.incidents')}>
      {incidents.length === 0 && <p>{t('review.noIncidents')}</p>}
      {incidents.length > 0 && (
        <ul>
          {incidents.map(({ kind, note }, at) => {
            const preset = incidentPresets.find((known) => known.id === kind);
            return <li key={at}>{[preset?.label[language] ?? kind, note].filter(Boolean).join(': ')}</li>;
          })}
        </ul>
      )}
    </Section>
  );
}

const satisfactionTones = { good: 'good', fair: 'neutral', poor: 'attention' } as const;
const answers = ['good', 'fair', 'poor'] as const;

function Satisfaction({ session: { satisfaction } }: SessionStoryProps) {
  const { t } = useTranslation();
  const isAsked = satisfaction !== null && answers.some((answer) => satisfaction[answer] > 0);
  if (!isAsked)
    return (
      <Section title={t('review.satisfaction')}>
        <p>{t('review.noSatisfaction')}</p>
      </Section>
    );
  return (
    <StackedBar
      title={t('review.satisfaction')}
      segments={answers.map((answer) => ({
        value: satisfaction[answer],
        text: t(`review.satisfied.${answer}`, { count: satisfaction[answer] }),
        tone: satisfactionTones[answer],
      }))}
    />
  );
}

function Members({ session: { members } }: SessionStoryProps) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <Section title={t('review.members')}>
      {members.length === 0 && <p>{t('review.noMembers')}</p>}
      {members.length > 0 && (
        <List>
          {members.map((member, at) => (
            <ListRow
              key={`${member.name}${at}`}
              title={member.name}
              subtitle={describePresence(member, translator)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function describePresence(member: SessionSummary['members'][number], { t }: Translator): string {
  if (member.in === null) return t('review.member.none');
  const from = formatTime(member.in);
  return member.out === null
    ? t('review.member.in', { from })
    : t('review.member.inOut', { from, to: formatTime(member.out) });
}
