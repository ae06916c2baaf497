/** Reads a square code by the camera or from a photograph and hands its text on. Knows no meaning of a code, and keeps no picture. */
import { type ReactNode, useRef } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { FileInput } from '../ui/file-input.tsx';
import { TorchButton, ZoomButton } from './camera-controls.tsx';
import styles from './code-scanner.module.css';
import { type CodeScan, type ScanAnswer, useCodeScanner } from './use-code-scanner.ts';

export interface CodeScannerProps {
  /** What is read, for a screen reader: "Máy ảnh quét thẻ". */
  readonly label: string;
  /** Called for each code that comes into view, the same wrong one only once. */
  readonly onText: (text: string) => ScanAnswer;
  /** Without a press, as on a phone; at a desk it waits for one. */
  readonly opensItself: boolean;
  /** Bar codes as well, as receipts have them. */
  readonly hasBars?: boolean;
  /** Shown by itself after eight seconds without a reading. */
  readonly slow?: ReactNode;
  /** Other ways to the same end, beside the button for a photograph: always there, whatever the camera does. */
  readonly actions?: ReactNode;
}

export function CodeScanner(props: CodeScannerProps) {
  const { label, onText, opensItself, hasBars = false, slow, actions } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const scan = useCodeScanner({ box, video, opensItself, hasBars, onText });
  const aim = hasBars ? 'camera.aimBars' : 'camera.aim';
  const openPicker = () => input.current?.click();
  return (
    <div ref={box} className={styles.scanner}>
      {scan.isOn && (
        <div className={styles.view}>
          <video ref={video} aria-label={label} autoPlay playsInline muted data-testid="scan-video" />
          <p className={styles.aim}>{t(scan.camera ? aim : 'camera.opening')}</p>
        </div>
      )}
      {scan.camera && (
        <div className={styles.row}>
          <TorchButton camera={scan.camera} />
          <ZoomButton camera={scan.camera} />
        </div>
      )}
      <div role="status" className={styles.notes}>
        {scan.isReadingStill && <p>{t('camera.readingStill')}</p>}
        <Notes scan={scan} onOther={openPicker} />
        {scan.isSlow && scan.isOn && slow}
      </div>
      <FileInput
        input={input}
        label={t('camera.still')}
        testId="scan-picture"
        camera
        onFile={(file) => void scan.readFile(file)}
      />
      <div className={styles.row}>
        {!scan.isOn && (
          <Button icon="qr" onClick={scan.turnOn} data-testid="scan-start">
            {t(scan.fault ? 'camera.tryAgain' : 'camera.start')}
          </Button>
        )}
        <Button
          variant="secondary"
          icon="camera"
          busy={scan.isReadingStill}
          onClick={() => (scan.camera ? void scan.takeStill() : openPicker())}
          data-testid="scan-still"
        >
          {t('camera.still')}
        </Button>
        {actions}
      </div>
    </div>
  );
}

function Notes({ scan, onOther }: { readonly scan: CodeScan; readonly onOther: () => void }) {
  const { t } = useTranslation();
  const { fault, note } = scan;
  return (
    <>
      {fault && <Banner tone="attention">{t(`camera.fault.${fault}`)}</Banner>}
      {note?.type === 'refusedCode' && <Banner tone="attention">{note.reason}</Banner>}
      {note?.type === 'still' && (
        <Banner
          tone="attention"
          actions={
            scan.camera && (
              <Button variant="secondary" icon="camera" onClick={onOther}>
                {t('camera.other')}
              </Button>
            )
          }
        >
          {t(`camera.stillFault.${note.fault}`)}
        </Banner>
      )}
    </>
  );
}
