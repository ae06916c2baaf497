/** A code that came as a line of text, where the camera cannot be used. Knows no kind of code. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface PasteCodeProps {
  readonly label: string;
  readonly hint: string;
  readonly action: string;
  readonly testId: string;
  readonly onCode: (text: string) => void;
}

export function PasteCode({ label, hint, action, testId, onCode }: PasteCodeProps) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCode(text);
      }}
    >
      <Card>
        <TextField
          data-testid={testId}
          label={label}
          hint={hint}
          value={text}
          onChange={setText}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
        />
        <Button type="submit" variant="secondary" wide>
          {action}
        </Button>
      </Card>
    </form>
  );
}
