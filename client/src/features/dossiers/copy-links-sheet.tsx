/** The copy card as a square code for the citizen's own phone, one at a time. Sends nothing: the values stand in the code alone. */
import { useMemo, useState } from 'react';
import type { CopyCardRow } from '#shared/rules/fill-form';
import { formatDay } from '../../i18n/format-values.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { isPractice } from '../../storage/realm.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './copy-card.module.css';
import type { OpenDossier } from './queries.ts';
import { RouteRule } from './route-rule.tsx';
import { writeCopyLinks } from './write-copy-links.ts';

interface CopyLinksSheetProps {
  readonly open: OpenDossier;
  readonly today: string;
  readonly onClose: () => void;
}

export function CopyLinksSheet({ open, today, onClose }: CopyLinksSheetProps) {
  const { t, language } = useTranslation();
  const [at, setAt] = useState(0);
  const { origin } = location;
  const mark = isPractice ? t('practice.banner') : undefined;
  const { links, until, withheld, tooLong } = useMemo(
    () => writeCopyLinks(open, { origin, today, mark }),
    [open, origin, today, mark],
  );
  const link = links[at] ?? '';
  const place = { part: at + 1, parts: links.length };
  const isRelative = open.dossier.route === 'relative';
  const name = (rows: readonly CopyCardRow[]) => rows.map(({ label }) => label[language]).join(', ');
  return (
    <Dialog
      title={t(isRelative ? 'copyCard.phone.titleFiler' : 'copyCard.phone.title')}
      closeLabel={t('shell.action.close')}
      onClose={onClose}
    >
      <p>{t(isRelative ? 'copyCard.phone.howFiler' : 'copyCard.phone.how')}</p>
      <RouteRule route={open.dossier.route} />
      <div className={styles.code} data-testid="copy-code" data-link={link}>
        <QrCode key={link} text={link} label={t('copyCard.phone.code', place)} ecc="L" />
      </div>
      {links.length > 1 && (
        <div className={styles.buttons}>
          <Button variant="secondary" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('copyCard.phone.before')}
          </Button>
          <p className={styles.part} role="status">
            {t('copyCard.phone.part', place)}
          </p>
          <Button disabled={at >= links.length - 1} onClick={() => setAt(at + 1)}>
            {t('copyCard.phone.next')}
          </Button>
        </div>
      )}
      {withheld.length > 0 && <p>{t('copyCard.phone.withheld', { labels: name(withheld) })}</p>}
      {tooLong.length > 0 && (
        <Banner tone="attention">{t('copyCard.phone.tooLong', { labels: name(tooLong) })}</Banner>
      )}
      <p className={styles.hint}>{t('copyCard.phone.until', { day: formatDay(until) })}</p>
    </Dialog>
  );
}
