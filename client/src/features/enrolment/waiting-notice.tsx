/** Reminds that the commune has not approved this device, and where the four words are. */
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/link-button.tsx';

interface WaitingNoticeProps {
  readonly href: string;
}

export function WaitingNotice({ href }: WaitingNoticeProps) {
  const { t } = useTranslation();
  return (
    <Banner
      title={t('enrolment.waiting.title')}
      actions={
        <LinkButton href={href} variant="secondary">
          {t('enrolment.words.title')}
        </LinkButton>
      }
    >
      {t('enrolment.waiting.text')}
    </Banner>
  );
}
