/** Says once that the database was lost and built again, what came back at once and what comes with the next signal. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

interface RebuiltNoticeProps {
  readonly isRebuilt: boolean;
  readonly onRead: () => void;
}

export function RebuiltNotice({ isRebuilt, onRead }: RebuiltNoticeProps) {
  const { t } = useTranslation();
  if (!isRebuilt) return null;
  return (
    <Banner
      tone="attention"
      title={t('frame.rebuilt.title')}
      actions={
        <Button variant="secondary" onClick={onRead} data-testid="rebuilt-read">
          {t('frame.rebuilt.read')}
        </Button>
      }
    >
      {t('frame.rebuilt.text')}
    </Banner>
  );
}
