import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/provider.js';
import { Button, ButtonLink } from '../button.js';
import { Check, CheckList } from '../check-list.js';
import { DateField, TimeField } from '../date-field.js';
import { ConfirmDialog, Dialog } from '../dialog.js';
import { IconPencil, IconQrcode, IconQuote } from '../icons/index.js';
import { LanguageSwitch } from '../language-switch.js';
import { RadioGroup } from '../radio-group.js';
import { SelectField } from '../select-field.js';
import { TextArea, TextField } from '../text-field.js';
import '../base.css';
import './gallery.css';
import { useDemo } from './demo.js';

export function Part({ name, children }: { name: string; children: ReactNode }) {
  return <section className="part"><h2>{name}</h2><div>{children}</div></section>;
}

function Buttons() {
  const d = useDemo();
  const [open, setOpen] = useState<'' | 'dialog' | 'confirm'>(new URLSearchParams(location.search).get('open') as '' ?? '');
  return (
    <div className="flow">
      <Button kind="primary" onClick={() => setOpen('confirm')}>{d('vote')}</Button><Button icon={<IconPencil />}>{d('vote')}</Button><Button kbd="P">{d('vote')}</Button>
      <Button kind="quiet" onClick={() => setOpen('dialog')}>{d('vote')}</Button><Button kind="danger">{d('vote')}</Button><Button disabled>{d('vote')}</Button><Button busy>{d('vote')}</Button>
      <Button kind="primary" busy>{d('vote')}</Button><Button mini>{d('vote')}</Button><Button icon={<IconQrcode />} aria-label="QR" /><ButtonLink href="#">{d('vote')}</ButtonLink>
      <Dialog isOpen={open === 'dialog'} onClose={() => setOpen('')} title={d('short')} actions={<><Button kind="primary">{d('send')}</Button></>}><p>{d('proposal')}</p></Dialog>
      <ConfirmDialog isOpen={open === 'confirm'} onClose={() => setOpen('')} title={d('short')} effect={d('rule')} confirm={d('cast')} onConfirm={() => setOpen('')} />
    </div>
  );
}

export function FormParts() {
  const d = useDemo();
  const t = useText();
  const [text, setText] = useState(d('proposal'));
  const [day, setDay] = useState('2026-04-24');
  const [time, setTime] = useState('09:30');
  const [picked, setPicked] = useState('');
  const [scale, setScale] = useState<string | null>('liveWith');
  const [consents, setConsents] = useState<string[]>(['a']);
  const [isChecked, setChecked] = useState(true);
  return (
    <main className="kit">
      <Part name="Button, Dialog"><Buttons /></Part>
      <Part name="TextField, TextArea">
        <div className="cols">
          <TextField label={d('code')} value="K7M-40" onChange={() => undefined} refusal={d('codeRefusal')} />
          <TextArea label={d('short')} value={text} onChange={setText} limit={500} hint={d('rule')} optional />
          <TextArea label={d('short')} value={text} onChange={setText} limit={100} rows={3} />
        </div>
      </Part>
      <Part name="SelectField, DateField, TimeField">
        <div className="cols"><SelectField label={t('ui.phases')} value={picked} onChange={setPicked} options={[{ value: 'a', label: t('phase.open') }, { value: 'b', label: t('phase.closed') }]} /><DateField label={d('short')} value={day} onChange={setDay} /><TimeField label={d('short')} value={time} onChange={setTime} /></div>
      </Part>
      <Part name="RadioGroup, LanguageSwitch">
        <div className="cols">
          <RadioGroup label={d('short')} value={scale} onChange={setScale} options={[{ value: 'support', label: t('choice.support') }, { value: 'liveWith', label: t('choice.liveWith') }, { value: 'reservations', label: t('choice.reservations'), icon: <IconQuote /> }, { value: 'block', label: t('choice.block'), disabled: true }]} />
          <RadioGroup look="plain" label={d('short')} value={scale} onChange={setScale} options={[{ value: 'support', label: t('choice.support'), note: d('rule') }, { value: 'liveWith', label: t('choice.liveWith') }]} />
          <div className="stack-3"><LanguageSwitch look="all" /><LanguageSwitch /></div>
        </div>
      </Part>
      <Part name="CheckList, Check">
        <div className="cols">
          <CheckList label={d('short')} value={consents} onChange={setConsents} items={[{ value: 'a', label: d('question'), note: d('rule') }, { value: 'b', label: d('short') }, { value: 'c', label: d('short'), disabled: true }]} />
          <Check checked={isChecked} onChange={setChecked} label={d('question')} />
        </div>
      </Part>
    </main>
  );
}
