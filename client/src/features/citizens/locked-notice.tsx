/** On the first screen after the PIN: how many people were written down while the phone was locked, and the way to them. */
import { useEffect } from 'react';
import type { LockedEntries } from '../../custody/locked-entries.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Card } from '../../ui/card.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';

interface LockedNoticeProps {
  readonly locked: LockedEntries;
  readonly href: string;
}

export function LockedNotice({ locked, href }: LockedNoticeProps) {
  const { t } = useTranslation();
  const { entries, damaged } = useSnapshot(locked, locked.getSnapshot);
  // Another tab may have been a locked one meanwhile.
  useEffect(() => void locked.load(), [locked]);
  const count = entries.filter(({ isDecided }) => !isDecided).length + damaged;
  if (count === 0) return null;
  return (
    <Card tone="attention">
      <p>{t('locked.toConfirm', { count })}</p>
      <LinkButton href={href} variant="secondary" wide>
        {t('locked.review')}
      </LinkButton>
    </Card>
  );
}
