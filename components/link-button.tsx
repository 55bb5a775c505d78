import type { ReactNode } from 'react';
import { AddressLink } from './address-link';
import look from './button-look.module.css';
import type { ButtonVariant } from './push-button';
import { RecordLink } from './record-link';

export interface LinkButtonProps {
  href: string;
  variant?: ButtonVariant;
  size?: 'xs' | 'sm';
  /** For files and other answers that are not pages: a plain link, never fetched by script. */
  download?: boolean;
  /** From a page of the past it leads to the same moment. */
  keepsMoment?: boolean;
  children: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, variant = 'filled', size = 'sm', download = false, keepsMoment, children } = props;
  const shared = { className: look.button, 'data-variant': variant, 'data-size': size, children };
  if (download) return <a href={href} download {...shared} />;
  const Kind = keepsMoment ? RecordLink : AddressLink;
  return <Kind href={href} {...shared} />;
}
