/** The browser's own picker behind a button; the same file may be chosen again after it was refused. */
import type { RefObject } from 'react';

interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly testId: string;
  /** Opens the phone's camera app instead of the picker. */
  readonly camera?: boolean;
  /** Another kind than pictures and PDFs, as the attribute is written. */
  readonly accept?: string;
  readonly onFile: (file: File) => void;
}

export function FileInput({ input, label, testId, camera = false, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept={accept ?? (camera ? 'image/*' : 'image/*,application/pdf')}
      capture={camera ? 'environment' : undefined}
      aria-label={label}
      data-testid={testId}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = '';
        if (file) onFile(file);
      }}
    />
  );
}
