/** The buttons under a dossier: copy, finish, record the number. One of them is the next thing to do. */
import { isStoppedByWithdrawal } from '#shared/model/dossier';
import { useState } from 'react';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { LineDialog } from '../../ui/line-dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { showNotice } from '../../ui/notices.ts';
import { finishDossier, recordNumber, sendMended } from './actions.ts';
import { findNumberHolder, nameHolder } from './find-number-holder.ts';
import type { Lack } from './list-lacks.ts';
import { copiedRoutes } from './list-reasons.ts';
import { LodgedDialog } from './lodged-dialog.tsx';
import { findPlace } from './mend-part.tsx';
import type { OpenDossier } from './queries.ts';
import { type Dossier, isLodged } from './read-dossier.ts';

interface DossierActionsProps {
  readonly work: Work;
  readonly open: OpenDossier;
  readonly lacks: readonly Lack[];
  /** Finishing was asked for: from now on what is missing is shown. */
  readonly onAsked: () => void;
}

export function DossierActions({ work, open, lacks, onAsked }: DossierActionsProps) {
  const { t } = useTranslation();
  const [isFinishing, setIsFinishing] = useState(false);
  const { dossier } = open;
  if (isLodged(dossier))
    return (
      <>
        <SlipLink dossier={dossier} />
        <SendMendedButton work={work} open={open} />
      </>
    );
  const isStopped = isStoppedByWithdrawal(dossier.lodging);
  const isSentBack = dossier.lodging?.state === 'needsFix' || isStopped;
  const isFinished = dossier.finishedAt !== undefined && !isSentBack;
  const wasFinished = dossier.reference !== undefined;
  const finish = async () => {
    onAsked();
    // What is missing, and afterwards where the dossier is, stands at the head of the screen.
    window.scrollTo(0, 0);
    if (lacks.length > 0) return;
    setIsFinishing(true);
    await finishDossier(work, open);
    setIsFinishing(false);
    // The card goes on saying "to mend", or that it was stopped, until the commune has answered.
    if (isSentBack) showNotice({ text: t('dossiers.action.finishedAgain') });
  };
  // A visit to the police is an appointment: there is no receipt to read a number from.
  const hasNumber = dossier.route !== 'policeInPerson';
  const isCopied = dossier.route === undefined || copiedRoutes.includes(dossier.route);
  return (
    <>
      {isCopied && (
        <LinkButton variant="secondary" icon="copy" href={`/ho-so/${dossier.record}/the-chep`}>
          {t('dossiers.action.copyCard')}
        </LinkButton>
      )}
      {isFinished && <SlipLink dossier={dossier} />}
      {isFinished ? (
        hasNumber && <NumberButton work={work} open={open} />
      ) : (
        <Button icon="check" busy={isFinishing} onClick={() => void finish()} data-testid="dossier-finish">
          {t(wasFinished ? 'dossiers.action.finishAgain' : 'dossiers.action.finish')}
        </Button>
      )}
    </>
  );
}

/** A lodged dossier is not finished again as a whole: only what was asked for goes. */
function SendMendedButton({ work, open }: Pick<DossierActionsProps, 'work' | 'open'>) {
  const { t, language } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { request } = open;
  if (!request || request.isMended) return null;
  const send = async (note?: string) => {
    await sendMended(work, open, note);
    window.scrollTo(0, 0);
    showNotice({ text: t(note === undefined ? 'progress.mend.sent' : 'progress.mend.sentAsItWas') });
  };
  const what = [findPlace(open, request)?.[language], request.reason].filter(Boolean).join(': ');
  return (
    <>
      <Button
        icon="check"
        onClick={() => (request.isChanged ? void send() : setAsking(true))}
        data-testid="mend-send"
      >
        {t('progress.mend.send')}
      </Button>
      {isAsking && (
        <LineDialog
          title={t('progress.mend.unchanged')}
          about={t('progress.mend.stillMissing', { what })}
          send={t('progress.mend.sendAsItWas')}
          sendTestId="mend-send-unchanged"
          line={{
            ...{ label: t('progress.mend.note'), hint: t('progress.mend.noteHint'), longest: 500, rows: 3 },
            missing: t('progress.mend.noteMissing'),
          }}
          onSend={(note) => void send(note)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** What the citizen takes home. */
function SlipLink({ dossier: { citizen, record } }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  if (citizen === undefined) return null;
  return (
    <LinkButton variant="secondary" icon="print" href={`/nguoi-dan/${citizen}/phieu?ho-so=${record}`}>
      {t('slips.open')}
    </LinkButton>
  );
}

function NumberButton({ work, open: { dossier } }: Pick<DossierActionsProps, 'work' | 'open'>) {
  const translator = useTranslation();
  const { t } = translator;
  const findHolder = (dossierNo: string) => {
    const holder = findNumberHolder(work.store, dossierNo, dossier.record);
    return holder && nameHolder(work.store, holder, translator);
  };
  const [isAsked, setIsAsked] = useState(false);
  const isRecorded = dossier.recordedNumber !== undefined;
  return (
    <>
      <Button
        icon="check"
        variant={isRecorded ? 'secondary' : 'primary'}
        onClick={() => setIsAsked(true)}
        data-testid="dossier-lodged"
      >
        {t(isRecorded ? 'dossiers.number.recordAgain' : 'dossiers.action.lodged')}
      </Button>
      {isAsked && (
        <LodgedDialog
          findHolder={findHolder}
          onClose={() => setIsAsked(false)}
          today={dayOfInstant(work.communeNow())}
          onRecord={(number, due) => {
            void recordNumber(work, dossier.record, { number, due });
            setIsAsked(false);
          }}
        />
      )}
    </>
  );
}
