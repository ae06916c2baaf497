/** English for vi/administration.ts. */
import type { Translated } from '../message-types.ts';
import type { administration as source } from '../vi/administration.ts';

export const administration = {
  title: 'Teams & phones',
  invite: 'Invite somebody',
  approveDevice: 'Approve phone',
  lostPhone: 'Lost phone',
} as const satisfies Translated<typeof source>;
