/** Says that what is written down now is counted at a session of another day, and leads to where that one is closed. */
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useSession } from './queries.ts';

interface OldSessionNoticeProps {
  readonly work: Work;
  /** The one that is written for; undefined: none. */
  readonly session: RecordId | undefined;
}

export function OldSessionNotice({ work, session }: OldSessionNoticeProps) {
  return session && <KnownSession work={work} session={session} />;
}

function KnownSession({ work, session }: { readonly work: Work; readonly session: RecordId }) {
  const { t } = useTranslation();
  const known = useSession(work, session);
  if (!known || known.day === dayOfInstant(work.now())) return null;
  return (
    <Banner
      tone="attention"
      title={t('sessions.old', { place: known.place, day: formatDay(known.day) })}
      actions={
        <LinkButton href={`/buoi/${session}`} variant="secondary">
          {t('sessions.oldClose')}
        </LinkButton>
      }
    >
      <p data-testid="old-session">{t('sessions.oldText')}</p>
    </Banner>
  );
}
