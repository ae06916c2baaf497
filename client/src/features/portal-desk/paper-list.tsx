/** The papers that belong to a pack, each with whether it is there, and a look at it on request. */
import { useState } from 'react';
import type { AttachmentId } from '#shared/ids';
import type { Work } from '../../custody/work.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { List } from '../../ui/list.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Section } from '../../ui/section.tsx';
import { type DeskPaper, listDeskPapers } from './list-desk-rows.ts';
import { PaperDialog } from './paper-dialog.tsx';
import type { Pack } from './read-pack.ts';

interface PaperListProps {
  readonly pack: Pack;
  readonly work: Work;
}

export function PaperList({ pack, work }: PaperListProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const [viewed, setViewed] = useState<{
    readonly attachments: readonly AttachmentId[];
    readonly label: string;
  }>();
  const papers = listDeskPapers(pack);
  const view = ({ document, pages }: DeskPaper) =>
    setViewed({ attachments: pages as readonly AttachmentId[], label: document.label[language] });
  return (
    <Section title={t('desk.papers')}>
      {papers.length === 0 && <p>{t('desk.noPapers')}</p>}
      {papers.length > 0 && (
        <List>
          {papers.map((paper) => (
            <ListRow
              key={paper.document.id}
              leading={<Icon name={paper.attachment === undefined ? 'doc' : 'photo'} />}
              title={paper.document.label[language]}
              subtitle={describePaper(paper, translator)}
              actions={
                paper.attachment !== undefined && (
                  <Button
                    variant="secondary"
                    icon="eye"
                    aria-label={t('desk.paper.viewOf', { label: paper.document.label[language] })}
                    onClick={() => view(paper)}
                  >
                    {t('desk.paper.view')}
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
      {viewed && <PaperDialog {...viewed} work={work} onClose={() => setViewed(undefined)} />}
    </Section>
  );
}

const knownReasons = ['inVault', 'officeLooksUp', 'ownCamera', 'bringPaper'] as const;

function describePaper({ document, attachment, pages, notNeeded }: DeskPaper, { t }: Translator): string {
  if (pages.length > 1) return t('desk.paper.pages', { count: pages.length });
  if (attachment !== undefined) return t('desk.paper.here');
  if (notNeeded === undefined) return t(document.required ? 'desk.paper.missing' : 'desk.paper.optional');
  const reason = knownReasons.find((known) => known === notNeeded);
  return t(`desk.paper.notNeeded.${reason ?? 'other'}`);
}
