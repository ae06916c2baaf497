/** The way back of a rescue file: into drafts of the book that wrote it, or, for another book, to the commune. */
import { useRef, useState } from 'react';
import type { BroughtBack, OpenedRescue } from '../../custody/read-rescue.ts';
import type { Work } from '../../custody/work.ts';
import { formatDayAndTime } from '../../i18n/format-values.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckRow } from '../../ui/check-row.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import { Section } from '../../ui/section.tsx';

interface RescueFileSectionProps {
  readonly work: Pick<Work, 'rescue' | 'now'>;
}

interface Said {
  readonly tone: 'good' | 'attention';
  readonly text: string;
}

export function RescueFileSection({ work }: RescueFileSectionProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [opened, setOpened] = useState<OpenedRescue>();
  const [said, setSaid] = useState<Said>();
  const open = async (file: File) => {
    setBusy(true);
    setSaid(undefined);
    const read = await work.rescue.openFile(file);
    setBusy(false);
    setOpened(read.ok ? read.value : undefined);
    if (!read.ok) setSaid({ tone: 'attention', text: t(`rescue.back.${read.error}`) });
  };
  const bring = async (evenDiffering: boolean) => {
    if (!opened) return;
    setBusy(true);
    const brought = await opened.bringBack({ evenDiffering });
    setBusy(false);
    if (brought.isDone) setOpened(undefined);
    setSaid(describeBrought(brought, opened.isOwn, t));
  };
  return (
    <Section title={t('rescue.back.title')}>
      {said && (
        <Banner tone={said.tone} live>
          {said.text}
        </Banner>
      )}
      {opened && <Opened opened={opened} now={work.now} busy={isBusy} onTake={(all) => void bring(all)} />}
      {!opened && !said && <p>{t('rescue.back.text')}</p>}
      <Button
        variant={opened ? 'quiet' : 'secondary'}
        busy={isBusy}
        onClick={() => input.current?.click()}
        data-testid="rescue-open"
      >
        {t(isBusy ? 'rescue.back.working' : 'rescue.back.open')}
      </Button>
      <FileInput
        input={input}
        label={t('rescue.back.open')}
        testId="rescue-file"
        accept="text/plain,.txt"
        onFile={(file) => void open(file)}
      />
    </Section>
  );
}

interface OpenedProps extends Pick<Work, 'now'> {
  readonly opened: OpenedRescue;
  readonly busy: boolean;
  readonly onTake: (evenDiffering: boolean) => void;
}

const DAY_MS = 86_400_000;
/** Younger, it is of these days; older, its people may have changed their minds. */
const OLD_DAYS = 7;

function Opened({ opened, now, busy, onTake }: OpenedProps) {
  const translator = useTranslation();
  const { t } = translator;
  const [evenDiffering, setEvenDiffering] = useState(false);
  const { at, missing, differing, isOwn } = opened;
  const days = at === undefined ? 0 : Math.floor((now() - at) / DAY_MS);
  const isNothing = missing === 0 && differing === 0;
  if (!isOwn && isNothing) return <Banner tone="attention">{t('rescue.back.otherNothing')}</Banner>;
  if (isNothing) return <Banner tone="good">{t('rescue.back.nothing')}</Banner>;
  return (
    <>
      <p data-testid="rescue-found">
        {isOwn
          ? t('rescue.back.own', { when: formatDayAndTime(at ?? 0, translator), count: missing })
          : t('rescue.back.other', { count: missing })}
      </p>
      {days >= OLD_DAYS && <p>{t('rescue.back.old', { count: days })}</p>}
      {differing > 0 && (
        <>
          <p>{t('rescue.back.differing', { count: differing })}</p>
          <CheckRow
            alone
            label={t('rescue.back.evenDiffering')}
            checked={evenDiffering}
            onChange={setEvenDiffering}
          />
        </>
      )}
      <Button variant="secondary" busy={busy} onClick={() => onTake(evenDiffering)} data-testid="rescue-take">
        {t(isOwn ? 'rescue.back.take' : 'rescue.back.carry')}
      </Button>
    </>
  );
}

function describeBrought({ isDone, refusedAs, fault }: BroughtBack, isOwn: boolean, t: Translate): Said {
  if (isDone) return { tone: 'good', text: t(isOwn ? 'rescue.back.taken' : 'rescue.back.carried') };
  if (isOwn) return { tone: 'attention', text: t('rescue.back.notSaved') };
  if (refusedAs === 'overtaken') return { tone: 'attention', text: t('rescue.back.overtaken') };
  if (refusedAs === 'sequenceGap') return { tone: 'attention', text: t('rescue.back.gap') };
  if (refusedAs) return { tone: 'attention', text: t(`errors.${refusedAs}`) };
  const isLine = fault === 'unreachable' || fault === 'timeout';
  return { tone: 'attention', text: t(isLine ? 'rescue.send.noSignal' : 'rescue.send.captivePage') };
}
