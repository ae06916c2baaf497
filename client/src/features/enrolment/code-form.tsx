/** The commune's invitation: typed, or already in the address that a QR code opened. Asks nobody itself. */
import { type FormEvent, type ReactNode, useState } from 'react';
import { findCode, formatCode } from '#shared/contracts/enrolment';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CodeField } from './code-field.tsx';
import { PracticeDoor } from './practice-door.tsx';

export interface Invitation {
  readonly code: string;
  /** What this phone calls its holder while it is locked; may be empty. */
  readonly callName: string;
}

interface CodeFormProps {
  readonly initial: Invitation;
  /** What happened to the last try, in words. */
  readonly problem: string | undefined;
  /** What must be known before anybody joins here. */
  readonly notice?: ReactNode;
  readonly onInvitation: (invitation: Invitation) => void;
  /** To practice, which is a page of its own. */
  readonly onPractice: () => void;
  /** To the books that are on this phone; undefined where there are none. */
  readonly onBack?: (() => void) | undefined;
}

export function CodeForm({ initial, problem, notice, onInvitation, onPractice, onBack }: CodeFormProps) {
  const { t } = useTranslation();
  const known = findCode(initial.code);
  const [typed, setTyped] = useState(known ? formatCode(known) : initial.code);
  const [callName, setCallName] = useState(initial.callName);
  const [isTouched, setTouched] = useState(false);
  const code = findCode(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (code) onInvitation({ code, callName: callName.trim() });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Page
        actions={
          <Button type="submit" wide>
            {t('enrolment.code.check')}
          </Button>
        }
      >
        <PageHeading
          overline={t('shell.app.name')}
          title={t('enrolment.welcome.title')}
          help={t('enrolment.welcome.text')}
        />
        {notice}
        {problem && (
          <Banner tone="attention" live>
            {problem}
          </Banner>
        )}
        <CodeField value={typed} onChange={setTyped} isTouched={isTouched} />
        <PracticeDoor onPractice={onPractice} />
        <TextField
          label={t('enrolment.callName.label')}
          hint={t('enrolment.callName.hint')}
          value={callName}
          onChange={setCallName}
          maxLength={24}
          autoComplete="off"
        />
        {onBack && (
          <Button variant="quiet" wide onClick={onBack} data-testid="book-back">
            {t('enrolment.welcome.back')}
          </Button>
        )}
      </Page>
    </form>
  );
}
