import { useRef, useState } from 'react';
import type { CoreSlice, Lang, ResolutionHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { WORDS } from '../../../i18n/words.js';
import { addresseesIn } from '../../../live/resolution-preview.js';
import { Button, ButtonLink } from '../../../ui/button.js';
import { CheckList } from '../../../ui/check-list.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconDownload } from '../../../ui/icons/index.js';
import { Job } from '../../../ui/progress.js';
import { Segmented } from '../../../ui/radio-group.js';
import { saveFile } from '../../../ui/save-file.js';
import { LangTabs } from '../../../ui/staff/text-fields.js';
import { readPackage, type PackageStep } from './package.js';

const FORMATS = ['pdf', 'docx', 'html', 'md'] as const;
const STEP = 1_000;

/** Everything in one ZIP: how far it is, and a way to stop. */
function WholePackage({ url }: { url: string }) {
  const t = useText();
  const [step, setStep] = useState<PackageStep | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const start = async () => {
    const control = new AbortController();
    stop.current = control;
    setFailed(false);
    setStep({ done: 0, of: 1, part: 0, name: '' });
    try {
      const { name, blob } = await readPackage(url, control.signal, setStep);
      saveFile(blob, name);
    } catch {
      setFailed(!control.signal.aborted);
    } finally {
      setStep(null);
    }
  };
  return (
    <div className="stack-2">
      {step === null ? <p><Button icon={<IconDownload />} onClick={() => { void start(); }}>{t('frame.package')}</Button></p>
        : <Job title={t('frame.package.making')} detail={<>{t('ui.job.progress', { done: step.done, total: step.of })} <span className="mute">{step.name}</span></>} done={Math.round((step.done + step.part) * STEP)} total={step.of * STEP} action={<Button mini kind="quiet" onClick={() => stop.current?.abort()}>{t('frame.package.stop')}</Button>} />}
      {hasFailed ? <RefusalNote>{t('frame.package.failed')}</RefusalNote> : null}
    </div>
  );
}

/** The last version in every format: by panel or addressee, with names of those who agreed, with minutes; tables, letters, press release. */
export function Downloads({ core, resolution, first }: { core: CoreSlice; resolution: ResolutionHead; first: Lang }) {
  const t = useText();
  const languages = core.setup?.languages ?? [];
  const [lang, setLang] = useState<Lang>(first);
  const [by, setBy] = useState<'panel' | 'addressee'>('panel');
  const [more, setMore] = useState<('names' | 'minutes')[]>([]);
  const base = `/api/dialogues/${core.dialogueId}/resolutions/${resolution.number}`;
  const query = new URLSearchParams({ lang, ...(by === 'addressee' ? { by } : {}), ...Object.fromEntries(more.map((each) => [each, '1'])) }).toString();
  const whole = new URLSearchParams({ ...(by === 'addressee' ? { by } : {}), ...Object.fromEntries(more.map((each) => [each, '1'])) }).toString();
  const link = (href: string, words: string) => <ButtonLink mini icon={<IconDownload />} href={href} download>{words}</ButtonLink>;
  return (
    <section className="stack-3">
      <h2>{t('frame.downloads', { n: resolution.number })}</h2>
      <div className="row wrap"><LangTabs languages={languages} value={lang} onChange={setLang} />
        <Segmented label={t('frame.order')} value={by} onChange={setBy} options={[{ value: 'panel', label: t('frame.order.panel') }, { value: 'addressee', label: t('frame.order.addressee') }]} /></div>
      <CheckList label={t('frame.with')} items={[{ value: 'names', label: t('frame.with.names'), note: t('frame.with.names-note') }, { value: 'minutes', label: t('frame.with.minutes'), note: t('frame.with.minutes-note') }]} value={more} onChange={setMore} />
      <div className="row wrap">{FORMATS.map((format) => <span key={format}>{link(`${base}.${format}?${query}`, t('frame.file', { format: format.toUpperCase(), language: WORDS[lang].short }))}</span>)}</div>
      <div className="row wrap"><span className="sm soft">{t('frame.tables')}</span>{link(`${base}.xlsx?lang=${lang}`, 'XLSX')}{(['recommendations', 'votes', 'ranking'] as const).map((table) => <span key={table}>{link(`${base}.csv?lang=${lang}&table=${table}`, `CSV · ${t(`frame.table.${table}`)}`)}</span>)}{link(`${base}.json`, 'JSON')}</div>
      <div className="row wrap"><span className="sm soft">{t('frame.press')}</span>{link(`${base}/press.docx?lang=${lang}`, 'DOCX')}{link(`${base}/press.pdf?lang=${lang}`, 'PDF')}</div>
      <div className="stack-1"><span className="sm soft">{t('frame.letters')}</span>
        <ul className="plain">{addresseesIn(core).map((addressee, index) => <li key={addressee} className="row wrap"><span className="grow">{addressee}</span>{link(`${base}/letters/${index + 1}.docx?lang=${lang}`, 'DOCX')}{link(`${base}/letters/${index + 1}.pdf?lang=${lang}`, 'PDF')}</li>)}</ul></div>
      <WholePackage url={`${base}/package?${whole}`} />
    </section>
  );
}
