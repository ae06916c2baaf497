/** What a session was like: phones that have not spoken, members in and out, incidents, and whether people went home content. */
import { incidentPresets } from '#data/incidents';
import type { SessionSummary } from '#shared/contracts/review';
import { formatDayAndTime, formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
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
      <SilentPhones session={session} />
      <Incidents session={session} />
      <Satisfaction session={session} />
      <Members session={session} />
    </>
  );
}

function SilentPhones({ session }: SessionStoryProps) {
  const translator = useTranslation();
  const { t } = translator;
  const silent = session.silentPhones.filter((phone) => phone.missing > 0);
  if (silent.length === 0) return null;
  return (
    <Banner tone="attention" icon="noSignal" title={t('review.silentTitle')}>
      {silent.map((phone, at) => (
        <p key={`${phone.name}${at}`}>{describeSilence(phone, translator)}</p>
      ))}
      <p>{t('review.silentHint')}</p>
    </Banner>
  );
}

function describeSilence(phone: SessionSummary['silentPhones'][number], translator: Translator): string {
  const { name, missing: count, lastSeenAt } = phone;
  if (lastSeenAt === null) return translator.t('review.silentPhoneNever', { name, count });
  const when = formatDayAndTime(lastSeenAt, translator);
  return translator.t('review.silentPhone', { name, count, when });
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
