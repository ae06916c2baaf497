/** English for vi/camera.ts. */
import type { Translated } from '../message-types.ts';
import type { camera as source } from '../vi/camera.ts';

export const camera = {
  opening: 'Opening the camera…',
  torch: 'Light',
  zoom: 'Nearer · {times}×',

  aim: 'Hold the QR square here',
  aimBars: 'Hold the QR square or bar code here',
  start: 'Scan with the camera',
  tryAgain: 'Open the camera again',
  still: 'Photograph the code',
  readingStill: 'Reading the code in the picture…',
  other: 'Use the phone’s own camera',

  'fault.refused':
    'The camera is not allowed yet. Allow it in the settings of the page, or take another way below.',
  'fault.noCamera': 'This machine has no camera that works. Take another way below.',
  'fault.busy': 'Another app is using the camera. Close it and open again, or take another way below.',
  'fault.insecure':
    'The page came over http, so it has no camera. Open it by its https address, or take another way below.',
  'fault.noReader': 'This machine cannot read codes by the camera yet. Take another way below.',

  'stillFault.noCode':
    'No readable code in the picture. Go nearer, with light and no glare. The picture was not kept.',
  'stillFault.tooLarge': 'The picture file is too heavy. Take it with the camera, or take another way below.',
  'stillFault.tooManyPixels':
    'The picture is too large for this machine. Take a smaller one, or take another way below.',
  'stillFault.wrongType': 'This file is no picture. Choose a picture of the code on the card or paper.',
  'stillFault.unreadable': 'The picture cannot be opened. Take it again.',
  'stillFault.heic': 'This machine cannot open HEIC pictures. Take it again, or change it to JPEG.',
} satisfies Translated<typeof source>;
