/** Một cửa: who comes today, what waits, and one pack opened beside the list. Works from pulled records alone. */
import type { ReactNode } from 'react';
import type { RecordId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { DeskList } from './desk-list.tsx';
import { PackDetail } from './pack-detail.tsx';
import { useDesk } from './queries.ts';

interface DeskViewProps {
  readonly work: Work;
  /** Above the list. */
  readonly notice: ReactNode;
  /** From the address `/mot-cua/:id`. */
  readonly dossier: string | undefined;
  /** The folder from which a dossier's papers are lodged on this computer. */
  readonly showFolder: (record: RecordId) => ReactNode;
}

export function DeskView({ work, dossier, notice, showFolder }: DeskViewProps) {
  const { t } = useTranslation();
  const entries = useDesk(work);
  const entry = entries.find((one) => one.pack.record === dossier);
  return (
    <Page width="wide">
      <SplitView
        list={<DeskList entries={entries} current={dossier} work={work} notice={notice} />}
        detail={
          entry ? (
            <PackDetail
              key={entry.pack.record}
              entry={entry}
              entries={entries}
              work={work}
              showFolder={showFolder}
            />
          ) : dossier === undefined ? undefined : (
            <EmptyState icon="doc" title={t('frame.notFound.title')}>
              {t('frame.notFound.text')}
            </EmptyState>
          )
        }
        detailLabel={t('desk.one')}
        placeholder={
          <EmptyState icon="doc" title={t('desk.choose')}>
            {t('desk.chooseHint')}
          </EmptyState>
        }
      />
    </Page>
  );
}
