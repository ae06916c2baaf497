/** Says once, after joining again, how far the commune has the work of the phone before. */
import type { FormerPhone } from '../../custody/former-phones.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

interface FormerNoticeProps {
  readonly former: readonly FormerPhone[];
  readonly onRead: () => void;
}

export function FormerNotice({ former, onRead }: FormerNoticeProps) {
  const { t } = useTranslation();
  if (former.length === 0) return null;
  const isWhole = former.every(({ upTo, known }) => known === upTo);
  return (
    <Banner
      tone={isWhole ? 'good' : 'attention'}
      title={t(isWhole ? 'custody.former.whole' : 'custody.former.title')}
      actions={
        <Button variant="secondary" onClick={onRead} data-testid="former-read">
          {t('frame.rebuilt.read')}
        </Button>
      }
    >
      {former.map(({ upTo, known, isThis }) => (
        <p key={`${upTo} ${known}`}>
          {known === upTo
            ? t('custody.former.allThere', { upTo })
            : t(isThis ? 'custody.former.lost' : 'custody.former.other', {
                upTo,
                known,
                count: known - upTo,
              })}
        </p>
      ))}
    </Banner>
  );
}
