/** Joining a session that another phone has opened: its code by camera or pasted, one press, and for every refusal the way out. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { findCodeKind } from '#shared/contracts/code-text';
import type { Result } from '#shared/result';
import { CodeScanner } from '../../camera/code-scanner.tsx';
import { isAtDesk } from '../../camera/is-at-desk.ts';
import type { ScanAnswer } from '../../camera/use-code-scanner.ts';
import type { Work } from '../../custody/work.ts';
import { formatDay, formatTime } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { type JoinOffer, type JoinRefusal, joinSession, judgeSessionCode } from './join-session.ts';
import { MergeArrival } from './merge-arrival.tsx';
import { PasteCode } from './paste-code.tsx';
import { RefusedCode } from './refused-code.tsx';

interface JoinViewProps {
  readonly work: Work;
  /** As the address brought it; empty when somebody came to scan or paste one. */
  readonly code: string;
  readonly onJoined: () => void;
}

export function JoinView({ work, code, onJoined }: JoinViewProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [judged, setJudged] = useState<Result<JoinOffer, JoinRefusal> | undefined>(() =>
    code === '' || isListCode(code) ? undefined : judgeSessionCode(work, code),
  );
  const [list, setList] = useState(isListCode(code) ? code : '');
  const take = (text: string) => {
    setList(isListCode(text) ? text : '');
    setJudged(isListCode(text) ? undefined : judgeSessionCode(work, text));
  };
  const startAnew = () => {
    setList('');
    setJudged(undefined);
  };
  const scan = (text: string): ScanAnswer => {
    if (isListCode(text)) {
      take(text);
      return 'taken';
    }
    const scanned = judgeSessionCode(work, text);
    if (!scanned.ok) return { reason: describeRefusal(scanned.error, work, translator) };
    setJudged(scanned);
    return 'taken';
  };
  return (
    <Page>
      <TopBar
        help={t('help.joinSession')}
        title={t('teamwork.joinTitle')}
        backHref="/buoi"
        backLabel={t('sessions.toList')}
      />
      {list !== '' && <MergeArrival key={list} work={work} text={list} onMerged={onJoined} />}
      {judged?.ok && <Offer work={work} offer={judged.value} onJoined={onJoined} />}
      {judged && !judged.ok && <Refused work={work} refusal={judged.error} />}
      {judged?.ok || list !== '' ? (
        <Button variant="quiet" icon="qr" onClick={startAnew}>
          {t('teamwork.joinOther')}
        </Button>
      ) : (
        <ScanCode onCode={scan} />
      )}
      {list === '' && (
        <PasteCode
          label={t('teamwork.joinPaste')}
          hint={t('teamwork.joinPasteHint')}
          action={t('teamwork.joinByCode')}
          testId="join-paste"
          onCode={take}
        />
      )}
    </Page>
  );
}

function Refused({ work, refusal }: { readonly work: Work; readonly refusal: JoinRefusal }) {
  const translator = useTranslation();
  const { t } = translator;
  return (
    <RefusedCode title={t('teamwork.refused.title')}>
      <p data-testid="join-refused">{describeRefusal(refusal, work, translator)}</p>
    </RefusedCode>
  );
}

/** The camera of this phone on the screen of the one that opened the session; nothing of it needs a line. */
function ScanCode({ onCode }: { readonly onCode: (text: string) => ScanAnswer }) {
  const { t } = useTranslation();
  const [isDesk] = useState(isAtDesk);
  return (
    <Card>
      <p>{t('teamwork.joinScanHow')}</p>
      <CodeScanner label={t('teamwork.joinScan')} onText={onCode} opensItself={!isDesk} />
    </Card>
  );
}

interface OfferProps extends Pick<JoinViewProps, 'work' | 'onJoined'> {
  readonly offer: JoinOffer;
}

function Offer({ work, offer, onJoined }: OfferProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { code, ownLetter } = offer;
  const letter = ownLetter ?? code.letter;
  const join = async () => {
    const session = await joinSession(work, offer);
    if (ownLetter === undefined) showNotice({ text: t('teamwork.joined', { letter }) });
    onJoined();
    navigate(`/buoi/${session}`, { replace: true });
  };
  return (
    <Card tone="lead">
      <h2>{code.place}</h2>
      <p>
        {t('teamwork.joinFacts', {
          kind: t(`sessions.kind.${code.kind}`),
          time: formatTime(code.openedAt),
          leader: code.leader,
        })}
      </p>
      <p>{t(ownLetter === undefined ? 'teamwork.joinLetter' : 'teamwork.joinAgain', { letter })}</p>
      <Button wide onClick={() => void join()} data-testid="join-session">
        {t(ownLetter === undefined ? 'teamwork.joinNow' : 'sessions.enter')}
      </Button>
    </Card>
  );
}

/** A phone that is in the session already may scan the list of another one here as well. */
function isListCode(text: string): boolean {
  return findCodeKind(text) === 'gl';
}

function describeRefusal(refusal: JoinRefusal, { commune }: Work, { t }: Translator): string {
  switch (refusal.type) {
    case 'otherCommune':
      return t('teamwork.refused.otherCommune', { commune: commune.name });
    case 'otherTeam':
      return t('teamwork.refused.otherTeam', { team: refusal.team });
    case 'closed':
      return t('teamwork.refused.closed', { place: refusal.place, time: formatTime(refusal.at) });
    case 'otherDay':
      return t('teamwork.refused.otherDay', {
        day: formatDay(refusal.day),
        today: formatDay(refusal.today),
      });
    default:
      return t(`teamwork.refused.${refusal.type}`);
  }
}
