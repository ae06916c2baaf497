/** For a device that its commune no longer knows: what is safe, and the one thing to do. Asks nobody itself. */
import { type FormEvent, useState } from 'react';
import { findCode } from '#shared/contracts/enrolment';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { CodeField } from './code-field.tsx';

interface RejoinFormProps {
  readonly backHref: string;
  readonly isAsking: boolean;
  /** What happened to the last try, in words. */
  readonly problem: string | undefined;
  readonly onCode: (code: string) => void;
}

export function RejoinForm({ backHref, isAsking, problem, onCode }: RejoinFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [isTouched, setTouched] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    const code = findCode(typed);
    if (code) onCode(code);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Page
        actions={
          <Button type="submit" wide busy={isAsking}>
            {t('enrolment.code.check')}
          </Button>
        }
      >
        <TopBar title={t('enrolment.rejoin.title')} backHref={backHref} backLabel={t('shell.action.back')} />
        <p>{t('enrolment.rejoin.text')}</p>
        {problem && (
          <Banner tone="attention" live>
            {problem}
          </Banner>
        )}
        <CodeField value={typed} onChange={setTyped} isTouched={isTouched} />
      </Page>
    </form>
  );
}
