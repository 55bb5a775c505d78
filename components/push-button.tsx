import type { ComponentProps, MouseEvent } from 'react';
import look from './button-look.module.css';

export type ButtonVariant = 'filled' | 'default' | 'quiet' | 'danger';

export interface PushButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  variant?: ButtonVariant;
  size?: 'xs' | 'sm';
  fullWidth?: boolean;
  /** Its work is under way: it keeps its size and the focus, and a further click does nothing. */
  loading?: boolean;
}

/** A button of the browser's own, so that a page with one needs no script for it. */
export function PushButton(props: PushButtonProps) {
  const { variant = 'filled', size = 'sm', fullWidth, loading, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={look.button}
      data-variant={variant}
      data-size={size}
      data-full={fullWidth || undefined}
      aria-busy={loading || undefined}
      onClick={loading ? ignore : rest.onClick}
    />
  );
}

function ignore(event: MouseEvent) {
  event.preventDefault();
}
