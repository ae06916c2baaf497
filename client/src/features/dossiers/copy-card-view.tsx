/** The copy card: what is typed into the portal, in its order, one box at a time. On the screen only; the clipboard is cleared on leaving. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { RecordId } from '#shared/ids';
import { type CopyCardRow, listCopyCardRows } from '#shared/rules/fill-form';
import type { FormDocument } from '#shared/rules/form-definition';
import type { Work } from '../../custody/work.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { rememberSignedIn } from '../../storage/sign-out-memory.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TopBar } from '../../ui/top-bar.tsx';
import { CopyRows } from './copy-rows.tsx';
import styles from './copy-card.module.css';
import { CopyLinksSheet } from './copy-links-sheet.tsx';
import { DossierGate } from './dossier-gate.tsx';
import { listPhotos } from './list-photos.ts';
import { getToday, type OpenDossier } from './queries.ts';
import { RouteRule } from './route-rule.tsx';
import { SignOutGate } from './sign-out-gate.tsx';
import { SignOutTick } from './sign-out-tick.tsx';
import { useClipboard } from '../../ui/use-clipboard.ts';

interface CopyCardViewProps {
  readonly work: Work;
  readonly record: RecordId;
  /** The folder from which its papers are lodged on this laptop. */
  readonly showFolder: (record: RecordId) => ReactNode;
  /** The card is done with: whatever lies in the folder goes. */
  readonly onDone: () => void;
}

export function CopyCardView({ work, record, ...folder }: CopyCardViewProps) {
  return (
    <SignOutGate record={record} backHref={`/ho-so/${record}`}>
      <DossierGate work={work} record={record}>
        {(open) => <OpenCopyCard work={work} open={open} {...folder} />}
      </DossierGate>
    </SignOutGate>
  );
}

interface OpenCopyCardProps extends Omit<CopyCardViewProps, 'record'> {
  readonly open: OpenDossier;
}

function OpenCopyCard({ work, open, showFolder, onDone }: OpenCopyCardProps) {
  const { t, language } = useTranslation();
  const [, navigate] = useLocation();
  const { dossier, procedure, name } = open;
  const overview = `/ho-so/${dossier.record}`;
  const rows = listCopyCardRows(procedure.form, dossier);
  const mustSignOut = dossier.route === 'selfAtSession';
  const { isSignedOut, setIsSignedOut } = useSignOut(dossier.record, mustSignOut);
  return (
    <Page
      actions={
        <Button
          icon="check"
          variant="secondary"
          disabled={mustSignOut && !isSignedOut}
          onClick={() => {
            onDone();
            navigate(overview);
          }}
          data-testid="copy-done"
        >
          {t('dossiers.copy.finish')}
        </Button>
      }
    >
      <TopBar
        help={t('help.copyCard')}
        title={t('dossiers.copy.title')}
        subtitle={t('dossiers.form.subtitle', { name, procedure: procedure.name[language] })}
        backHref={overview}
        backLabel={t('shell.action.back')}
      />
      <RouteRule route={dossier.route} />
      {rows.length === 0 ? (
        <EmptyState
          icon="copy"
          title={t('dossiers.copy.empty')}
          actions={<LinkButton href={`${overview}/thong-tin`}>{t('dossiers.part.openInfo')}</LinkButton>}
        >
          {t('dossiers.copy.emptyText')}
        </EmptyState>
      ) : (
        <CopyWork rows={rows} />
      )}
      {rows.length > 0 && <PhonePart open={open} today={getToday(work)} />}
      <PhotoList documents={listPhotos(procedure, dossier)} />
      {mustSignOut && showFolder(dossier.record)}
      {mustSignOut && <SignOutTick isSignedOut={isSignedOut} onChange={setIsSignedOut} />}
    </Page>
  );
}

/** From the opening of the card until the tick: the next citizen's card waits for it, whatever happens in between. */
function useSignOut(record: RecordId, mustSignOut: boolean) {
  const [isSignedOut, setState] = useState(false);
  useEffect(() => {
    if (mustSignOut) rememberSignedIn(record);
  }, [record, mustSignOut]);
  const setIsSignedOut = (next: boolean) => {
    rememberSignedIn(next ? undefined : record);
    setState(next);
  };
  return { isSignedOut, setIsSignedOut };
}

function PhonePart({ open, today }: { readonly open: OpenDossier; readonly today: string }) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <Button
        variant="secondary"
        icon="phone"
        wide
        onClick={() => setIsShown(true)}
        data-testid="copy-to-phone"
      >
        {t(open.dossier.route === 'relative' ? 'copyCard.phone.openFiler' : 'copyCard.phone.open')}
      </Button>
      {isShown && <CopyLinksSheet open={open} today={today} onClose={() => setIsShown(false)} />}
    </>
  );
}

function PhotoList({ documents }: { readonly documents: readonly FormDocument[] }) {
  const { t, language } = useTranslation();
  if (documents.length === 0) return <p>{t('dossiers.copy.noPhotos')}</p>;
  return (
    <Section title={t('dossiers.copy.photos', { count: documents.length })}>
      <ul className={styles.photos}>
        {documents.map((document) => (
          <li key={document.id}>{document.label[language]}</li>
        ))}
      </ul>
    </Section>
  );
}

function CopyWork({ rows }: { readonly rows: readonly CopyCardRow[] }) {
  const { t, language } = useTranslation();
  const [at, setAt] = useState(0);
  const [copied, setCopied] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const copyText = useClipboard();
  const button = useRef<HTMLButtonElement>(null);
  // Enter belongs to the copy button from the start, and again when one comes back from the portal's window.
  useEffect(() => {
    const take = () => button.current?.focus({ preventScroll: true });
    take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, []);
  const row = rows[at] ?? rows[0];
  if (!row) return null;
  const copy = async () => {
    const done = await copyText(row.value);
    setSaid(t(done ? 'dossiers.copy.copied' : 'dossiers.copy.refused', { label: row.label[language] }));
    if (!done) return;
    setCopied([...copied, row.fieldId]);
    setAt(Math.min(at + 1, rows.length - 1));
  };
  return (
    <>
      <div className={styles.current}>
        <p className={styles.where}>
          <span>{t('dossiers.copy.progress', { at: at + 1, total: rows.length })}</span>
          {row.screen !== undefined && <span>{t('dossiers.copy.screen', { screen: row.screen })}</span>}
        </p>
        <h2 className={styles.label}>{row.label[language]}</h2>
        <p className={styles.value}>{row.value}</p>
        {row.hint !== undefined && row.hint !== row.label[language] && (
          <p className={styles.hint}>{t('dossiers.copy.box', { hint: row.hint })}</p>
        )}
        <div className={styles.buttons}>
          <Button ref={button} icon="copy" onClick={() => void copy()} data-testid="copy-current">
            {t('dossiers.copy.copy')}
          </Button>
          <Button variant="secondary" disabled={at >= rows.length - 1} onClick={() => setAt(at + 1)}>
            {t('dossiers.copy.next')}
          </Button>
        </div>
        <p className={styles.hint} role="status">
          {said || t('dossiers.copy.enter')}
        </p>
      </div>
      <CopyRows rows={rows} at={at} copied={copied} onChoose={setAt} />
      <p className={styles.hint}>{t('dossiers.copy.screenOnly')}</p>
    </>
  );
}
