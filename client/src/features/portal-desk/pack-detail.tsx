/** One pack on the desk: has it been lodged, by whom will it be, what is typed, which papers, and the number of the receipt. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import { isStoppedByWithdrawal } from '#shared/model/dossier';
import type { Work } from '../../custody/work.ts';
import { dayOfInstant, formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Banner } from '../../ui/banner.tsx';
import { DetailHead } from '../../ui/detail-head.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { DeskEntry } from './arrange-desk.ts';
import { CopyCard } from './copy-card.tsx';
import { listNumbers } from './dossier-number.ts';
import { findEarlier } from './find-packs.ts';
import { LodgedAnswer } from './lodged-answer.tsx';
import { namePerson, nameProcedure } from './name-pack.ts';
import { NumberForm } from './number-form.tsx';
import { PackFacts } from './pack-facts.tsx';
import { PaperList } from './paper-list.tsx';
import type { Pack } from './read-pack.ts';
import { ResultPart } from './result-part.tsx';
import { SendBack } from './send-back.tsx';

interface PackDetailProps {
  readonly entry: DeskEntry;
  readonly entries: readonly DeskEntry[];
  readonly work: Work;
  readonly showFolder: (record: RecordId) => ReactNode;
}

export function PackDetail({ entry, entries, work, showFolder }: PackDetailProps) {
  const translator = useTranslation();
  const { pack, standing } = entry;
  const packs = entries.map((one) => one.pack);
  const isStopped = isStoppedByWithdrawal(pack.lodging);
  const isDone = standing === 'lodged' || standing === 'recorded';
  return (
    <>
      <DetailHead shown={pack.record} backHref="/mot-cua" backLabel={translator.t('desk.back')}>
        <PageHeading
          overline={nameProcedure(pack, translator)}
          help={translator.t('help.pack')}
          title={namePerson(pack, translator)}
        />
      </DetailHead>
      {!isDone && <EarlierBanner earlier={findEarlier(packs, pack, work.store.listRecords('citizen'))} />}
      <LodgedAnswer entry={entry} packs={packs} work={work} />
      <ResultPart pack={pack} work={work} />
      {/* A number can still be written down: they may have lodged it themselves before. */}
      {!isDone && <NumberForm pack={pack} packs={packs} work={work} />}
      <PackFacts pack={pack} today={dayOfInstant(work.now())} />
      {!isStopped && <CopyCard pack={pack} />}
      {!isStopped && <PaperList pack={pack} work={work} />}
      {!isDone && !isStopped && showFolder(pack.record)}
      {standing !== 'needsPerson' && <SendBack pack={pack} work={work} />}
    </>
  );
}

function EarlierBanner({ earlier }: { readonly earlier: Pack | undefined }) {
  const { t } = useTranslation();
  if (!earlier) return null;
  const at = earlier.lodging?.at ?? earlier.recorded?.at ?? earlier.finishedAt;
  const [number = ''] = listNumbers(earlier);
  return (
    <Banner
      tone="attention"
      title={t('desk.earlier.title')}
      actions={
        <LinkButton variant="quiet" href={`/mot-cua/${earlier.record}`}>
          {t('desk.earlier.open')}
        </LinkButton>
      }
    >
      {t('desk.earlier.text', { number, when: formatDay(dayOfInstant(at)) })}
    </Banner>
  );
}
