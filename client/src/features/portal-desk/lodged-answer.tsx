/** "Đã nộp trực tuyến chưa?", answered in large by what is known and on whose word; never more than that. */
import type { RecordId } from '#shared/ids';
import { describeCustody } from '../../custody/describe-custody.ts';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Card, type CardTone } from '../../ui/card.tsx';
import { CustodyDots } from '../../ui/custody-dots.tsx';
import { showNotice } from '../../ui/notices.ts';
import { confirmNumber, takeNumberAway } from './actions.ts';
import { canTakeNumberAway, type DeskEntry, type Standing } from './arrange-desk.ts';
import { type AnswerWords, describeAnswer } from './describe-answer.ts';
import styles from './desk.module.css';
import { namePack } from './name-pack.ts';
import { isBeingTakenAway, isNumberUnknown, type Pack } from './read-pack.ts';

interface LodgedAnswerProps {
  readonly entry: DeskEntry;
  readonly packs: readonly Pack[];
  readonly work: Work;
}

const tones: Partial<Record<Standing, CardTone>> = {
  refused: 'bad',
  needsPerson: 'attention',
  needsFix: 'attention',
  lodged: 'tint',
  recorded: 'tint',
};

export function LodgedAnswer({ entry, packs, work }: LodgedAnswerProps) {
  const translator = useTranslation();
  const { t } = translator;
  const { pack, standing } = entry;
  const custody = work.readCustody(pack.record);
  const words: AnswerWords = describeAnswer(
    entry,
    findHolderName(packs, custody.setAside?.detail, translator),
    translator,
  );
  const place = describeCustody(custody, { lodging: pack.lodging, name: pack.citizen.name }, translator);
  return (
    <Card tone={isNumberUnknown(pack) ? 'attention' : (tones[standing] ?? 'plain')}>
      <h2 className={styles.question}>{t('desk.lodgedAlready')}</h2>
      <p className={styles.answer} data-testid="desk-answer" role="status">
        {words.answer}
      </p>
      {words.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <CustodyDots level={place.level} tone={place.tone} label={place.transport} showLabel />
      <ConfirmNumber pack={pack} work={work} />
      <TakeAway entry={entry} work={work} />
    </Card>
  );
}

/** The commune names the other dossier by its record; only this device knows whose that is. */
function findHolderName(
  packs: readonly Pack[],
  detail: Readonly<Record<string, string | number>> | undefined,
  translator: Translator,
): string | undefined {
  const holder = packs.find((pack) => pack.record === (detail?.['record'] as RecordId | undefined));
  return holder && namePack(holder, translator);
}

/** The portal does not know the number: the officer compares it with the receipt. */
function ConfirmNumber({ pack, work }: { readonly pack: Pack; readonly work: Work }) {
  const { t } = useTranslation();
  const number = pack.lodging?.dossierNo;
  if (!isNumberUnknown(pack) || isBeingTakenAway(pack) || number === undefined) return null;
  const confirm = () => {
    const undo = confirmNumber(work, pack.record, number);
    const action = { label: t('shell.action.undo'), onPress: undo };
    showNotice({ text: t('desk.number.checked', { number }), action });
  };
  return (
    <Button variant="secondary" icon="check" data-testid="desk-number-right" onClick={confirm}>
      {t('desk.number.isRight')}
    </Button>
  );
}

interface TakeAwayProps {
  readonly entry: DeskEntry;
  readonly work: Work;
}

function TakeAway({ entry, work }: TakeAwayProps) {
  const { t } = useTranslation();
  const { record, recorded } = entry.pack;
  if (!recorded || !canTakeNumberAway(entry)) return null;
  const takeAway = () => {
    takeNumberAway(work, record);
    showNotice({ text: t('desk.number.takenAway', { number: recorded.dossierNo }) });
  };
  return (
    <Button variant="quiet" icon="undo" onClick={takeAway}>
      {t('desk.number.takeAway')}
    </Button>
  );
}
