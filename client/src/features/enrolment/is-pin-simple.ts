/** Refuses the PINs that anybody would try first; says nothing of how strong the others are. */

/** One digit again and again, a run upwards or downwards, a short pattern repeated, or a recent year. */
export function isPinSimple(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  if (steps.every((step) => step === steps[0] && Math.abs(step) <= 1)) return true;
  if (/^(\d{1,3})\1+$/.test(pin)) return true;
  return /^(19|20)\d{2}$/.test(pin.slice(-4)) && pin.length <= 6;
}
