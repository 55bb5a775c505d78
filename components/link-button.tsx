import type { ReactNode } from 'react';
import { AddressLink } from './address-link';
import look from './button-look.module.css';
import type { ButtonVariant } from './push-button';

export interface LinkButtonProps {
  href: string;
  variant?: ButtonVariant;
  size?: 'xs' | 'sm';
  /** For files and other answers that are not pages: a plain link, never fetched by script. */
  download?: boolean;
  children: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, variant = 'filled', size = 'sm', download = false, children } = props;
  const shared = { className: look.button, 'data-variant': variant, 'data-size': size, children };
  if (download) return <a href={href} download {...shared} />;
  return <AddressLink href={href} {...shared} />;
}
