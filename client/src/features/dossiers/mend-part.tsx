/** What is asked to be mended, by its own name and day, and the way to that very box or paper. Mends nothing itself. */
import { useLocation } from 'wouter';
import { listFields } from '#shared/rules/form-definition';
import type { BilingualText } from '#shared/rules/bilingual-text';
import { findPersonPlace } from '../../custody/find-person-place.ts';
import type { MendRequest } from '../../custody/find-request.ts';
import type { Work } from '../../custody/work.ts';
import { formatShortDay } from '../../i18n/format-values.ts';
import type { Translator } from '../../i18n/translate.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './dossier.module.css';

import { goToPaper } from './lacks-banner.tsx';
import { getToday, type OpenDossier } from './queries.ts';
import { isLodged } from './read-dossier.ts';

interface MendPartProps {
  readonly work: Work;
  readonly open: OpenDossier;
}

export function MendPart({ work, open }: MendPartProps) {
  const translator = useTranslation();
  const { t, language } = translator;
  const { request, dossier, procedure } = open;
  if (!request) return null;
  const label = findPlace(open, request)?.[language];
  return (
    <div className={styles.custody} data-testid="mend-request">
      {isLodged(dossier) && (
        <p className={styles.lodging}>{t('progress.mend.title', { reason: request.reason })}</p>
      )}
      {label !== undefined && <p>{t('progress.mend.where', { label })}</p>}
      <p className={styles.note}>{describeAsking(request, getToday(work), translator)}</p>
      {request.isMended ? (
        <p>{t('progress.mend.waiting')}</p>
      ) : (
        <MendButton open={open} acceptsPhoto={acceptsPhoto(procedure, request)} />
      )}
    </div>
  );
}

export function findPlace(
  { procedure }: OpenDossier,
  { field, document }: MendRequest,
): BilingualText | undefined {
  const paper = procedure.form.documents.find(({ id }) => id === document);
  return (paper ?? listFields(procedure.form).find(({ id }) => id === field))?.label;
}

function acceptsPhoto({ form }: OpenDossier['procedure'], { document }: MendRequest): boolean {
  return form.documents.some(({ id, acceptPhoto }) => id === document && acceptPhoto);
}

/** Who asks, and by when. */
function describeAsking({ askedBy, due }: MendRequest, today: string, { t }: Translator): string {
  const who =
    askedBy === undefined ? t('progress.mend.askedByPortal') : t('progress.mend.askedBy', { name: askedBy });
  const day =
    due &&
    t(due < today ? 'progress.mend.overdue' : 'progress.mend.due', { day: formatShortDay(due, today) });
  return [who, day, t('progress.mend.kept')].filter(Boolean).join(' · ');
}

function MendButton({
  open,
  acceptsPhoto: isPhoto,
}: {
  readonly open: OpenDossier;
  readonly acceptsPhoto: boolean;
}) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { request, dossier, procedure } = open;
  const { record } = dossier;
  const { field, document: paper } = request ?? {};
  if (field !== undefined) {
    const href = findPersonPlace(field, dossier) ?? `/ho-so/${record}/thong-tin?o=${field}`;
    return (
      <LinkButton variant="secondary" icon="edit" href={href}>
        {t('progress.mend.field')}
      </LinkButton>
    );
  }
  const goThere = () => {
    if (paper === undefined) return;
    navigate(`/ho-so/${record}?giay=${paper}`);
    // On the dossier's own screen, and for the second time.
    goToPaper(paper);
  };
  if (paper === undefined || !procedure.form.documents.some(({ id }) => id === paper)) return null;
  return (
    <Button variant="secondary" icon={isPhoto ? 'camera' : 'edit'} onClick={goThere}>
      {t(isPhoto ? 'progress.mend.retake' : 'progress.mend.open')}
    </Button>
  );
}
