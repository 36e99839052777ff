import { Button, Input } from 'antd';
import { useId, useState } from 'react';

interface AskReasonProps {
  readonly label: string;
  readonly prompt: string;
  readonly busy: boolean;
  readonly onGiven: (reason: string) => void;
}

/** A step that needs a reason: the field opens in place, nothing covers the page. */
export function AskReason({ label, prompt, busy, onGiven }: AskReasonProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open) return <Button onClick={() => setOpen(true)}>{label}</Button>;
  return (
    <form
      className="stack ask-reason"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onGiven(reason.trim());
      }}
    >
      <label htmlFor={id}>{prompt}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button htmlType="submit" disabled={!reason.trim()} loading={busy}>
        {label}
      </Button>
    </form>
  );
}
