/** Two ways to bring a paper or its next page: the camera and the file picker. Hands on the file as it is and looks at nothing in it. */
import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { FileInput } from '../../ui/file-input.tsx';
import type { PaperAim } from './use-incoming-paper.ts';

interface PaperPickerProps {
  readonly documentId: string;
  readonly label: string;
  /** So many are there already. */
  readonly pages: number;
  /** Another page may follow. */
  readonly mayAdd: boolean;
  /** Before the camera takes the memory of a small phone: what was typed must be on the disk. */
  readonly beforeCamera: () => Promise<unknown>;
  readonly onFile: (file: Blob, aim: PaperAim) => void;
}

export function PaperPicker(props: PaperPickerProps) {
  const { documentId, label, pages, mayAdd, beforeCamera, onFile } = props;
  const { t } = useTranslation();
  const [camera, setCamera] = useState<PaperAim['page']>();
  const picker = useRef<HTMLInputElement>(null);
  const again = pages > 0;
  const openCamera = (page: PaperAim['page']) => void beforeCamera().then(() => setCamera(page));
  const take = (file: Blob) => {
    setCamera(undefined);
    onFile(file, { page: camera, isTaken: true });
  };
  const nextLabel = t('scans.page.ofPaper', { label, page: pages + 1 });
  return (
    <>
      {again && mayAdd && (
        <Button
          variant="secondary"
          icon="plus"
          aria-label={t('dossiers.paper.takeFor', { label: nextLabel })}
          onClick={() => openCamera('next')}
          data-testid={`paper-next-${documentId}`}
        >
          {t('scans.page.next')}
        </Button>
      )}
      <Button
        variant="secondary"
        icon="camera"
        aria-label={t('dossiers.paper.takeFor', { label })}
        onClick={() => openCamera('again')}
        data-testid={`paper-take-${documentId}`}
      >
        {t(again ? 'dossiers.paper.again' : 'dossiers.paper.take')}
      </Button>
      <FileInput
        input={picker}
        label={t('dossiers.paper.chooseFor', { label })}
        testId={`paper-choose-${documentId}`}
        onFile={(file) => onFile(file, { page: 'again' })}
      />
      <Button
        variant="secondary"
        icon="doc"
        aria-label={t('dossiers.paper.chooseFor', { label })}
        onClick={() => picker.current?.click()}
      >
        {t(again ? 'dossiers.paper.chooseAgain' : 'dossiers.paper.choose')}
      </Button>
      {camera && (
        <CameraDialog
          label={camera === 'next' ? nextLabel : label}
          onPicture={take}
          onClose={() => setCamera(undefined)}
        />
      )}
    </>
  );
}
