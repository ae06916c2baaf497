/** Leaves the page for another one of ours, so that nothing of this one stays in memory or in the history. */

export function leavePage(path: string): void {
  location.replace(path);
}
