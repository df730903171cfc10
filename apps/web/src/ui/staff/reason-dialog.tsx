import { useState, type ReactNode } from 'react';
import { LIMITS } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import type { Act } from '../../live/use-act.js';
import { Button } from '../button.js';
import { Dialog } from '../dialog.js';
import { countCharacters, TextArea } from '../text-field.js';
import { ActNote, fieldRefusal } from './act-note.js';

export interface ReasonDialogProps {
  onClose: () => void;
  title: ReactNode;
  /** What will happen. */
  effect: ReactNode;
  label: string;
  hint?: string | undefined;
  confirm: string;
  kind?: 'primary' | 'danger' | undefined;
  /** The field at fault, as the server names it. */
  path?: string | undefined;
  limit?: number | undefined;
  /** May stay empty. */
  optional?: boolean | undefined;
  act: Act;
  /** True when it was recorded: the dialog closes. */
  onConfirm: (reason: string) => Promise<boolean>;
}

/** Asks for a reason (or an answer) before an act; what was typed stays when it is refused. */
export function ReasonDialog({ onClose, title, effect, label, hint, confirm, kind, path = 'reason', limit = LIMITS.reason, optional = false, act, onConfirm }: ReasonDialogProps) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isLong = countCharacters(reason) > limit;
  const isMissing = !optional && reason.trim() === '';
  const send = async () => {
    setTried(true);
    if (!isMissing && !isLong && await onConfirm(reason.trim())) onClose();
  };
  const own = isTried && isMissing ? t('refusal.request.invalid', { reason: 'empty', max: limit }) : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={title} actions={<><Button kind={kind ?? 'primary'} busy={act.isBusy} onClick={() => { void send(); }}>{confirm}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <div className="soft">{effect}</div>
      <TextArea label={label} hint={hint} optional={optional} rows={3} limit={limit} value={reason} onChange={setReason} refusal={own ?? fieldRefusal(t, act.refusal, path)} autoFocus />
      <ActNote act={act} fields={[path]} />
    </Dialog>
  );
}
