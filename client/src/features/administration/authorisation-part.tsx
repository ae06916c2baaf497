/** The written decisions under which the team may file for citizens, and the way to enter one. Without any, nobody is offered it. */
import { useId, useState } from 'react';
import type { AuthorisationRequest } from '#shared/contracts/administration';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Section } from '../../ui/section.tsx';
import { enterAuthorisation } from './actions.ts';
import { AuthorisationForm } from './authorisation-form.tsx';
import { describeFault } from './describe-device.ts';
import type { AdministrationOffice } from './queries.ts';

interface AuthorisationPartProps {
  readonly work: Work;
  readonly office: AdministrationOffice;
}

export function AuthorisationPart({ work, office }: AuthorisationPartProps) {
  const { t } = useTranslation();
  const [isEntering, setIsEntering] = useState(false);
  // What was entered here just now is known to this machine before the commune tells it so.
  const [entered, setEntered] = useState<readonly AuthorisationRequest[]>([]);
  const authorisations = replaceByNumber(work.authorisations, entered);
  return (
    <Section title={t('administration.decision.title')}>
      {authorisations.length === 0 ? (
        <p>{t('administration.decision.none')}</p>
      ) : (
        <List>
          {authorisations.map(({ decisionNumber, signer, from, to, procedures }) => (
            <ListRow
              key={decisionNumber}
              title={`${decisionNumber} · ${signer}`}
              subtitle={[
                to === null
                  ? t('administration.decision.since', { from: formatDay(from) })
                  : t('administration.decision.between', { from: formatDay(from), to: formatDay(to) }),
                procedures.join(', '),
              ].join(' · ')}
            />
          ))}
        </List>
      )}
      <Button variant="secondary" onClick={() => setIsEntering(true)} data-testid="decision-open">
        {t('administration.decision.enter')}
      </Button>
      {isEntering && (
        <EnterDialog
          office={office}
          today={dayOfInstant(work.now())}
          onEntered={(request) => setEntered((before) => [...before, request])}
          onClose={() => setIsEntering(false)}
        />
      )}
    </Section>
  );
}

function replaceByNumber(
  known: readonly AuthorisationRequest[],
  newer: readonly AuthorisationRequest[],
): AuthorisationRequest[] {
  const byNumber = new Map([...known, ...newer].map((one) => [one.decisionNumber, one]));
  return [...byNumber.values()];
}

interface EnterDialogProps {
  readonly office: AdministrationOffice;
  readonly today: string;
  readonly onEntered: (request: AuthorisationRequest) => void;
  readonly onClose: () => void;
}

function EnterDialog({ office, today, onEntered, onClose }: EnterDialogProps) {
  const translator = useTranslation();
  const { t } = translator;
  const form = useId();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const enter = async (request: AuthorisationRequest): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    const done = await enterAuthorisation(office, request);
    setIsBusy(false);
    if (!done.ok) return setProblem(describeFault(done.error, translator));
    showNotice({ text: t('administration.decision.entered', { number: request.decisionNumber }) });
    onEntered(request);
    onClose();
  };
  return (
    <Dialog
      title={t('administration.decision.enter')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} busy={isBusy} data-testid="decision-save">
          {t('administration.decision.save')}
        </Button>
      }
    >
      <AuthorisationForm
        id={form}
        today={today}
        problem={problem}
        onSubmit={(request) => void enter(request)}
      />
    </Dialog>
  );
}
