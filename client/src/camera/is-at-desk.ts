/** Whether the camera waits for a press. Asks the browser, not the person. */

/** No finger: there a scanner that types is likelier than something held before the camera of the screen. */
export function isAtDesk(): boolean {
  return !matchMedia('(pointer: coarse)').matches;
}
