import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react';
import { useText } from '../i18n/provider.js';
import { Button } from './button.js';
import { classes } from './classes.js';
import { IconX } from './icons/index.js';
import './dialog.css';

export interface DialogProps {
  isOpen: boolean;
  /** Asked for by Esc or the cross. The owner closes. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** The buttons, the primary one first; on the phone they stand one under the other. */
  actions?: ReactNode | undefined;
  wide?: boolean | undefined;
}

/** Shows the native dialog over the page while `isOpen`; the browser keeps the focus inside and gives it back. */
function useModal(ref: RefObject<HTMLDialogElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || !isOpen) return undefined;
    const before = document.activeElement;
    // browsers before 2022 lack showModal: there the dialog is part of the page
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    // the title first, so that what is asked is read before the buttons; a field may ask for the focus itself
    if (!dialog.contains(document.activeElement) || document.activeElement?.closest('.dialog-head') !== null) dialog.querySelector('h2')?.focus();
    return () => {
      if (typeof dialog.close === 'function') dialog.close();
      else dialog.removeAttribute('open');
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [ref, isOpen]);
}

export function Dialog({ isOpen, onClose, title, children, actions, wide = false }: DialogProps) {
  const t = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(ref, isOpen);
  if (!isOpen) return null;
  return (
    <dialog ref={ref} className={classes('dialog', wide && 'wide')} aria-labelledby={id} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <div className="dialog-in">
        <div className="dialog-head"><h2 id={id} tabIndex={-1}>{title}</h2><Button kind="quiet" icon={<IconX />} aria-label={t('ui.close')} onClick={onClose} /></div>
        {children}
        {actions === undefined ? null : <div className="dialog-foot">{actions}</div>}
      </div>
    </dialog>
  );
}

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  /** What will happen, to whom, and whether it can be taken back. */
  effect: ReactNode;
  /** The button's words: what it does, never «OK». */
  confirm: string;
  onConfirm: () => void;
  kind?: 'primary' | 'danger' | undefined;
  busy?: boolean | undefined;
}

/** Asks once before what cannot be undone: opening and closing a decision, voiding, publishing. */
export function ConfirmDialog({ isOpen, onClose, title, effect, confirm, onConfirm, kind = 'primary', busy }: ConfirmDialogProps) {
  const t = useText();
  const actions = (
    <>
      <Button kind={kind} onClick={onConfirm} busy={busy}>{confirm}</Button>
      <Button onClick={onClose}>{t('ui.cancel')}</Button>
    </>
  );
  return <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}><div className="soft">{effect}</div></Dialog>;
}
