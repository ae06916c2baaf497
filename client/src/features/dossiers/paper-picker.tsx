/** Two ways to bring a paper: the camera and the file picker. Hands on the file as it is and looks at nothing in it. */
import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { CameraDialog } from './camera-dialog.tsx';
import { FileInput } from '../../ui/file-input.tsx';

interface PaperPickerProps {
  readonly documentId: string;
  readonly label: string;
  /** A scan is there already. */
  readonly again: boolean;
  /** Before the camera takes the memory of a small phone: what was typed must be on the disk. */
  readonly beforeCamera: () => Promise<unknown>;
  readonly onFile: (file: Blob) => void;
}

export function PaperPicker({ documentId, label, again, beforeCamera, onFile }: PaperPickerProps) {
  const { t } = useTranslation();
  const [isCameraOpen, setIsCameraOpen] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const openCamera = () => void beforeCamera().then(() => setIsCameraOpen(true));
  const take = (file: Blob) => {
    setIsCameraOpen(false);
    onFile(file);
  };
  return (
    <>
      <Button
        variant="secondary"
        icon="camera"
        aria-label={t('dossiers.paper.takeFor', { label })}
        onClick={openCamera}
        data-testid={`paper-take-${documentId}`}
      >
        {t(again ? 'dossiers.paper.again' : 'dossiers.paper.take')}
      </Button>
      <FileInput
        input={picker}
        label={t('dossiers.paper.chooseFor', { label })}
        testId={`paper-choose-${documentId}`}
        onFile={onFile}
      />
      <Button
        variant="secondary"
        icon="doc"
        aria-label={t('dossiers.paper.chooseFor', { label })}
        onClick={() => picker.current?.click()}
      >
        {t(again ? 'dossiers.paper.chooseAgain' : 'dossiers.paper.choose')}
      </Button>
      {isCameraOpen && <CameraDialog label={label} onPicture={take} onClose={() => setIsCameraOpen(false)} />}
    </>
  );
}
