/** Which faults a run can commit, and how often each was really committed: one that never fires proves nothing. */
export const simulatedFaults = [
  'processKill',
  'devicePowerLoss',
  'serverKill',
  'serverPowerLoss',
  'serverKilledDuringCall',
  'messageLost',
  'answerLost',
  'messageDuplicated',
  'messageLate',
  'staleNonce',
  'captivePortal',
  'serverRestored',
  'enrolledAgain',
  'phoneCloned',
  'historyForked',
  'clockJump',
  'quota',
  'handleDead',
  'openFailed',
  'commitAborted',
  'commitDoneButReportedFailed',
  'commitRefused',
  'sealedAgain',
  'twoTabs',
  'heldOverKill',
  'lateApproval',
  'revocation',
  'eviction',
  'lockedSend',
  'poisonSeal',
  'poisonCollection',
  'poisonField',
  'writtenByTwo',
  'routeChangedAfterFinish',
  'numberByHand',
  'numberOfAnother',
  'saidAgain',
  'portalCallNotSent',
  'portalRepliedWrongly',
  'portalActedSilently',
  'portalShowedLate',
  'portalRefused',
  'portalTookTwice',
  'citizenConfirmedBeforeWithdrawal',
] as const;
export type SimulatedFault = (typeof simulatedFaults)[number];
export type Tally = Record<SimulatedFault, number>;

export function createTally(): Tally {
  return Object.fromEntries(simulatedFaults.map((fault) => [fault, 0])) as Tally;
}

export function addTally(sum: Tally, more: Tally): void {
  for (const fault of simulatedFaults) sum[fault] += more[fault];
}
