/** What belongs to this phone rather than to any work: who holds it, the language, and locking. */
import type { Work } from '../../custody/work.ts';
import { setLanguage } from '../../i18n/language.ts';
import type { Language } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';

interface PhoneSettingsProps {
  readonly work: Work;
  readonly onLock: () => void;
}

export function PhoneSettings({ work, onLock }: PhoneSettingsProps) {
  const { t, language } = useTranslation();
  const choose = async (chosen: Language) => {
    const set = await setLanguage(chosen);
    if (!set.ok) showNotice({ text: t('frame.language.unavailable') });
  };
  return (
    <Section title={work.member.name}>
      <p>
        {t(`enrolment.role.${work.member.role}`)} · {work.commune.name}
      </p>
      <SegmentedControl
        legend={t('frame.language.label')}
        choices={[
          { value: 'vi', label: t('frame.language.vi') },
          { value: 'en', label: t('frame.language.en') },
        ]}
        value={language}
        onChange={(chosen) => void choose(chosen)}
      />
      <Button variant="secondary" icon="lock" wide onClick={onLock}>
        {t('shell.action.lock')}
      </Button>
    </Section>
  );
}
