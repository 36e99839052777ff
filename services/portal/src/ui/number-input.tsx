import { Input } from 'antd';
import type { ControlProps } from './field';

interface NumberInputProps extends Partial<ControlProps> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly disabled?: boolean;
  readonly 'aria-label'?: string;
  readonly onChange: (value: number) => void;
}

/** A number within limits; while nothing is written the last one stands. */
export function NumberInput({ onChange, ...props }: NumberInputProps) {
  return (
    <Input
      {...props}
      type="number"
      className="short number"
      onChange={({ target }) => {
        if (target.value !== '') onChange(Math.min(props.max, Math.max(props.min, Number(target.value))));
      }}
    />
  );
}
