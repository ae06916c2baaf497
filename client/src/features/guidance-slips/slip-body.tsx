/** One slip as it is read: on the screen before printing, and on paper. The box around it says how large. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { groupCode, type Slip, type SlipContact, type SlipDossier, type SlipStep } from './slip.ts';
import styles from './slip.module.css';

export function SlipBody({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation();
  // A single code stands beside the name, where there is room for it.
  const codes = slip.dossiers.flatMap(({ code }) => code ?? []);
  const only = codes.length === 1 ? codes[0] : undefined;
  const hasDone = slip.account.length > 0 || slip.dossiers.length > 0;
  return (
    <article className={styles.slip} data-testid="slip">
      <header className={styles.head}>
        {slip.mark && <p className={styles.mark}>{slip.mark}</p>}
        {only && <Square code={only} />}
        <h2 className={styles.title}>{slip.title}</h2>
        <p>{[slip.commune, slip.asOf].join(' · ')}</p>
        <p className={styles.name}>{slip.name}</p>
        {slip.number && <p>{slip.number}</p>}
      </header>
      <Part icon="doc" title={t('slips.done')}>
        {!hasDone && <p>{t('slips.nothingDone')}</p>}
        {slip.account.length > 0 && <p>{slip.account.join(' · ')}</p>}
        {slip.dossiers.map((dossier, at) => (
          <DossierPart key={at} dossier={dossier} hasSquare={only === undefined} />
        ))}
      </Part>
      {slip.next.length > 0 && (
        <Part icon="calendar" title={t('slips.nextTitle')}>
          <ul className={styles.steps}>
            {slip.next.map((step, at) => (
              <NextStep key={at} step={step} />
            ))}
          </ul>
        </Part>
      )}
      <Part icon="phone" title={t('slips.callTitle')}>
        {slip.contacts.map((contact) => (
          <Contact key={contact.who} contact={contact} />
        ))}
      </Part>
      <p className={styles.write}>
        {t('slips.ownNotes')}
        <span className={styles.line} />
      </p>
      <footer>
        <p className={styles.strong}>{t('slips.fraud')}</p>
        <p>{t('slips.notReceipt')}</p>
      </footer>
    </article>
  );
}

interface PartProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ icon, title, children }: PartProps) {
  return (
    <section>
      <h3 className={styles.heading}>
        <Icon name={icon} />
        {title}
      </h3>
      {children}
    </section>
  );
}

/** Empty edges and strong contrast in every theme, as cameras want it. */
function Square({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.square}>
      <QrCode text={code} label={t('slips.codeHint')} />
    </div>
  );
}

interface DossierPartProps {
  readonly dossier: SlipDossier;
  readonly hasSquare: boolean;
}

function DossierPart({ dossier: { title, standing, route, code }, hasSquare }: DossierPartProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.dossier}>
      {code && hasSquare && <Square code={code} />}
      <p className={styles.strong}>{title}</p>
      <p>{[standing, route].filter(Boolean).join(' · ')}</p>
      {code && <p>{t('slips.code', { code: groupCode(code) })}</p>}
    </div>
  );
}

function NextStep({ step: { what, when, details } }: { readonly step: SlipStep }) {
  return (
    <li>
      <p>{what}</p>
      {when && <p className={styles.strong}>{when}</p>}
      {details.map((detail) => (
        <p key={detail}>{detail}</p>
      ))}
    </li>
  );
}

function Contact({ contact: { who, phone } }: { readonly contact: SlipContact }) {
  const { t } = useTranslation();
  if (phone !== undefined)
    return (
      <p>
        <strong className={styles.phone}>{phone}</strong> {who}
      </p>
    );
  return (
    <>
      <p>{who}</p>
      <p className={styles.write}>
        {t('slips.call.blank')}
        <span className={styles.line} />
      </p>
    </>
  );
}
