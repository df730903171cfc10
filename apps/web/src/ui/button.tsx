import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.js';
import { Spinner } from './spinner.js';
import './button.css';

export interface ButtonLook {
  /** `primary` once per screen, named by its effect. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  /** Full width and 52 px: the phone's action. */
  wide?: boolean | undefined;
  /** 36 px for dense rows; the finger's target stays 44. */
  mini?: boolean | undefined;
  icon?: ReactNode;
  /** A key that does the same, as shown to the reader. */
  kbd?: string | undefined;
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'style'>, ButtonLook {
  /** Something is under way: stays focused and readable, ignores presses. */
  busy?: boolean | undefined;
}

function look({ kind = 'secondary', wide, mini, className }: ButtonLook & { className?: string | undefined }, iconOnly: boolean): string {
  return classes('btn', kind !== 'secondary' && kind, wide === true && 'wide', mini === true && 'mini', iconOnly && 'icon', className);
}

export function Button({ kind, wide, mini, icon, kbd, busy = false, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest} type={type} className={look({ kind, wide, mini, className }, children === undefined)}
      {...(busy ? { 'aria-disabled': true, 'aria-busy': true } : {})}
      onClick={(event) => { if (busy) event.preventDefault(); else onClick?.(event); }}
    >
      {busy ? <Spinner /> : icon}{children}{kbd === undefined ? null : <kbd aria-hidden>{kbd}</kbd>}
    </button>
  );
}

export interface ButtonLinkProps extends Omit<ComponentProps<'a'>, 'style'>, ButtonLook {}

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({ kind, wide, mini, icon, kbd, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={look({ kind, wide, mini, className }, children === undefined)}>
      {icon}{children}{kbd === undefined ? null : <kbd aria-hidden>{kbd}</kbd>}
    </a>
  );
}
