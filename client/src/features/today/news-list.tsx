/** Whom to tell: each with what may be said, the number to call, and the tick that it was done. */
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatShortDay, formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CallLink } from '../../ui/call-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { noteTold } from './actions.ts';
import type { News } from './list-news.ts';
import { findMendPlace } from './find-mend-place.ts';
import { type CitizenContact, findContact, nameProcedure } from './name-work.ts';
import styles from './today.module.css';

interface NewsListProps {
  readonly work: Work;
  readonly news: readonly News[];
}

export function NewsList({ work, news }: NewsListProps) {
  const { t } = useTranslation();
  if (news.length === 0) return null;
  return (
    <Section title={t('today.tellPeople', { count: news.length })}>
      <List>
        {news.map((one) => (
          <NewsRow key={one.dossier.record} work={work} news={one} />
        ))}
      </List>
      <p className={styles.say}>{t('today.callRule')}</p>
    </Section>
  );
}

interface NewsRowProps {
  readonly work: Work;
  readonly news: News;
}

function NewsRow({ work, news }: NewsRowProps) {
  const translator = useTranslation();
  const { t } = translator;
  const contact = findContact(work, news.dossier, translator);
  const { name, phone } = contact;
  const isDone = news.request?.isMended === true;
  return (
    <ListRow
      leading={<Icon name={ICONS[news.kind]} />}
      title={describeNews(news, name, translator)}
      subtitle={<NewsWords news={news} contact={contact} />}
      href={`/ho-so/${news.dossier.record}`}
      trailing={<NewsBadge news={news} today={dayOfInstant(work.now())} />}
      actions={
        <>
          {news.request && !isDone && <MendLink news={news} />}
          {phone !== undefined && !isDone && (
            <CallLink phone={phone} label={t('shell.action.call')} name={name} />
          )}
          {!isDone && <ToldButton work={work} news={news} name={name} />}
        </>
      }
    />
  );
}

const ICONS = {
  mend: 'warning',
  rejected: 'close',
  stopped: 'close',
  payment: 'clock',
  result: 'check',
  lodged: 'check',
} as const satisfies Record<News['kind'], string>;

function describeNews({ kind, request, lodging }: News, name: string, { t }: Translator): string {
  if (kind === 'mend') return t('today.news.mend', { name, reason: request?.reason ?? '' });
  if (kind === 'lodged') return t('today.news.lodged', { name, number: lodging.dossierNo ?? '' });
  return t(`today.news.${kind}`, { name });
}

/** The procedure, and what may be said over a phone that somebody else may hold. */
function NewsWords({ news, contact }: { readonly news: News; readonly contact: CitizenContact }) {
  const translator = useTranslation();
  const { t } = translator;
  const { phone, isOwn } = contact;
  const words = isOwn ? (`today.say.${news.kind}` as const) : 'today.say.relative';
  return (
    <>
      {nameProcedure(news.dossier, translator)}
      <span className={styles.line}>{phone === undefined ? t('today.noPhone') : t(words)}</span>
    </>
  );
}

interface NewsBadgeProps {
  readonly news: News;
  readonly today: string;
}

function NewsBadge({ news: { request, isOverdue, told }, today }: NewsBadgeProps) {
  const { t } = useTranslation();
  if (request?.isMended) return <Badge tone="neutral">{t('progress.mend.waiting')}</Badge>;
  const due = request?.due;
  const key = isOverdue ? 'progress.mend.overdue' : 'progress.mend.due';
  return (
    <>
      {due !== undefined && (
        <Badge tone={isOverdue ? 'bad' : 'attention'}>{t(key, { day: formatShortDay(due, today) })}</Badge>
      )}
      {told && (
        <Badge tone="good">{t('today.toldAt', { when: formatWhen(told.at, today), name: told.by })}</Badge>
      )}
    </>
  );
}

function formatWhen(at: number, today: string): string {
  return `${formatTime(at)} ${formatShortDay(dayOfInstant(at), today)}`;
}

function MendLink({ news }: { readonly news: News }) {
  const { t } = useTranslation();
  const { key, href } = findMendPlace(news);
  return (
    <LinkButton href={href} icon={key === 'retake' ? 'camera' : 'edit'}>
      {t(`progress.mend.${key}`)}
    </LinkButton>
  );
}

function ToldButton({ work, news, name }: NewsRowProps & { readonly name: string }) {
  const { t } = useTranslation();
  if (news.told) return null;
  const note = () => {
    const undo = noteTold(work, news.dossier.record, news.key);
    showNotice({
      text: t('today.toldNotice', { name }),
      action: { label: t('shell.action.undo'), onPress: undo },
    });
  };
  return (
    <Button variant="secondary" icon="check" onClick={note} aria-label={t('today.toldFor', { name })}>
      {t('today.told')}
    </Button>
  );
}
