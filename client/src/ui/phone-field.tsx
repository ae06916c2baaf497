/** A telephone number, grouped for reading when the field is left; whether it is a real number is for others to say. */
import { groupTypedDigits } from './group-typed-digits.ts';
import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

const READ_ALOUD = [4, 3, 3];

export function PhoneField(props: Omit<TextFieldProps, 'type' | 'inputMode' | 'rows'>) {
  return (
    <TextField
      placeholder="0___ ___ ___"
      {...props}
      type="tel"
      inputMode="tel"
      onBlur={(event) => {
        const grouped = groupTypedDigits(props.value, READ_ALOUD);
        if (grouped !== props.value) props.onChange(grouped);
        props.onBlur?.(event);
      }}
    />
  );
}
