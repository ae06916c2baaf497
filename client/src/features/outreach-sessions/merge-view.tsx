/** Merging the lists of two phones without signal: this phone's code for the other to scan, or the other's scanned here. */
import { useEffect, useRef, useState } from 'react';
import type { ListCode } from '#shared/contracts/list-code';
import { err, ok, type Result } from '#shared/result';
import { CodeScanner } from '../../camera/code-scanner.tsx';
import { isAtDesk } from '../../camera/is-at-desk.ts';
import type { ScanAnswer } from '../../camera/use-code-scanner.ts';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { showNotice } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { useClipboard } from '../../ui/use-clipboard.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { useTopInView } from '../../ui/use-top-in-view.ts';
import { countSession } from './count-session.ts';
import { describeListAddress, judgeListCode, type MergeRefusal, showOwnList } from './merge-lists.ts';
import { describeMergeRefusal, listCodeFacts } from './merge-words.ts';
import { PasteCode } from './paste-code.tsx';
import { findChosenSession, identifyPeople, useAllLists, useCitizens, useSession } from './queries.ts';
import type { SessionFacts } from './read-session.ts';
import styles from './session-view.module.css';
import { MissingSession } from './session-view.tsx';

interface MergeViewProps {
  readonly work: Work;
  readonly sessionId: string;
}

export function MergeView({ work, sessionId }: MergeViewProps) {
  useSnapshot(work.store, () => work.store.listRecords('session'));
  const session = useSession(work, findChosenSession(work.store, sessionId));
  return <Page>{session ? <Merge work={work} session={session} /> : <MissingSession />}</Page>;
}

interface MergeProps {
  readonly work: Work;
  readonly session: SessionFacts;
}

function Merge({ work, session }: MergeProps) {
  const { t } = useTranslation();
  const top = useTopInView<HTMLDivElement>(session.record);
  const [way, setWay] = useState<'show' | 'scan'>('show');
  return (
    <>
      <div ref={top} className={styles.top}>
        <TopBar
          help={t('help.mergeLists')}
          title={t('teamwork.merge')}
          subtitle={session.place}
          backHref={`/buoi/${session.record}`}
          backLabel={t('shell.action.back')}
        />
      </div>
      <SegmentedControl
        legend={t('teamwork.mergeWay')}
        hideLegend
        choices={[
          { value: 'show', label: t('teamwork.mergeShow') },
          { value: 'scan', label: t('teamwork.mergeScan') },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'show' ? (
        <OwnCode work={work} session={session} />
      ) : (
        <OtherCode work={work} session={session} onShow={() => setWay('show')} />
      )}
    </>
  );
}

/** Drawn once when it is shown: whatever is written later is in the next one. */
function OwnCode({ work, session: { record } }: MergeProps) {
  const { t } = useTranslation();
  const copy = useClipboard();
  const [shown, setShown] = useState<Awaited<ReturnType<typeof showOwnList>>>();
  useEffect(() => {
    let isGone = false;
    void showOwnList(work, record).then((next) => !isGone && setShown(next));
    return () => void (isGone = true);
  }, [work, record]);
  if (!shown) return null;
  if (!shown.ok)
    return (
      <Banner tone={shown.error === 'noList' ? 'info' : 'attention'}>
        {t(`teamwork.mergeNone.${shown.error}`)}
      </Banner>
    );
  const code = shown.value;
  const address = describeListAddress(code);
  const words = t('teamwork.mergeCode', listCodeFacts(code));
  const copyAddress = async () => {
    showNotice({ text: t((await copy(address)) ? 'teamwork.mergeCopied' : 'teamwork.copyFailed') });
  };
  return (
    <Card>
      <div data-testid="list-code">
        <QrCode text={address} label={words} />
      </div>
      <p>
        <strong>{words}</strong>
      </p>
      <p>{t('teamwork.mergeShowHow')}</p>
      <p className={styles.soft}>{t('teamwork.mergeHolds')}</p>
      <Button variant="secondary" icon="copy" onClick={() => void copyAddress()}>
        {t('teamwork.copy')}
      </Button>
    </Card>
  );
}

interface Merged {
  readonly code: ListCode;
  /** On the disk, encrypted. */
  readonly isKept: boolean;
}

function OtherCode({ work, session, onShow }: MergeProps & { readonly onShow: () => void }) {
  const translator = useTranslation();
  const { t } = translator;
  const [isDesk] = useState(isAtDesk);
  const [outcome, setOutcome] = useState<Result<Merged, MergeRefusal>>();
  const judge = (text: string) => judgeListCode(work, text, session.record);
  const keep = async (code: ListCode) => setOutcome(ok({ code, isKept: await work.toldLists.keep(code) }));
  const scan = (text: string): ScanAnswer => {
    const judged = judge(text);
    if (!judged.ok) return { reason: describeMergeRefusal(judged.error, translator) };
    void keep(judged.value);
    return 'taken';
  };
  const paste = (text: string) => {
    const judged = judge(text);
    if (judged.ok) void keep(judged.value);
    else setOutcome(err(judged.error));
  };
  return (
    <>
      {outcome?.ok && <MergedWords work={work} session={session} merged={outcome.value} onShow={onShow} />}
      {outcome && !outcome.ok && (
        <Banner tone="attention" live title={t('teamwork.mergeRefused.title')}>
          <p data-testid="merge-refused">{describeMergeRefusal(outcome.error, translator)}</p>
        </Banner>
      )}
      <Card>
        <p>{t('teamwork.mergeScanHow')}</p>
        <CodeScanner label={t('teamwork.mergeCamera')} onText={scan} opensItself={!isDesk} />
      </Card>
      <PasteCode
        label={t('teamwork.mergePaste')}
        hint={t('teamwork.mergePasteHint')}
        action={t('teamwork.mergeByCode')}
        testId="merge-paste"
        onCode={paste}
      />
    </>
  );
}

interface MergedWordsProps extends MergeProps {
  readonly merged: Merged;
  readonly onShow: () => void;
}

function MergedWords({ work, session, merged: { code, isKept }, onShow }: MergedWordsProps) {
  const { t } = useTranslation();
  const onward = useRef<HTMLButtonElement>(null);
  // The camera, and what was pressed, are gone; and the words stand above them.
  useEffect(() => onward.current?.focus(), [code]);
  const lists = useAllLists(work, session.record);
  const { people, waiting, inHand, done } = countSession(lists, identifyPeople(useCitizens(work)));
  return (
    <Banner
      tone={isKept ? 'good' : 'attention'}
      live
      title={t('teamwork.merged', listCodeFacts(code))}
      actions={
        <Button ref={onward} variant="secondary" icon="qr" onClick={onShow} data-testid="merge-back">
          {t('teamwork.mergeBack')}
        </Button>
      }
    >
      <p data-testid="merge-total">{t('teamwork.mergeTotal', { count: people, waiting, inHand, done })}</p>
      <p>{isKept ? t('teamwork.mergeUntil') : t('teamwork.mergeUnkept', { letter: code.letter })}</p>
    </Banner>
  );
}
