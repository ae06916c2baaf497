/** English for vi/share.ts. */
import type { Translated } from '../message-types.ts';
import type { share as source } from '../vi/share.ts';

export const share = {
  'taken.title': 'Handed to the open dossier',
  'taken.text': 'Go back to it, look closely and accept. This page may be closed.',
  'nobody.title': 'This file was not taken',
  'nobody.text':
    'Open Gõ Cửa, unlock it, open the dossier, then share again. The file was not kept here; it is where it was.',
  'nothing.title': 'There is no file to take',
  'nothing.text': 'Only pictures and PDF files are taken. Choose the file again and share it.',
  open: 'Open Gõ Cửa',
} as const satisfies Translated<typeof source>;
