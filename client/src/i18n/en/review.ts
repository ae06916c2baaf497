/** English for vi/review.ts. */
import type { Translated } from '../message-types.ts';
import type { review as source } from '../vi/review.ts';

export const review = {
  title: 'Session log',
  approve: 'Approve',
  sendBack: 'Send back',
  viewDetail: 'Show details',
} as const satisfies Translated<typeof source>;
