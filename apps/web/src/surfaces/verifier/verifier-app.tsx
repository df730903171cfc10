import { useState, type ReactNode } from 'react';
import { listedVotes, MOST, verifyBundle, type Known, type ListedVotes, type Report } from '@tegerek/verify';
import { verifierCatalogues } from '../../i18n/catalogues/verifier.js';
import { SurfaceI18n, useText } from '../../i18n/index.js';
import { Button } from '../../ui/button.js';
import { DropZone, FileButton } from '../../ui/file-button.js';
import { LanguageSwitch } from '../../ui/language-switch.js';
import { Spinner } from '../../ui/spinner.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { MyBallot } from './my-ballot.js';
import { ReportView } from './report-view.js';
import '../../ui/base.css';
import './verifier.css';

interface Opened {
  name: string;
  bytes: Uint8Array;
}

interface Checked {
  name: string;
  report: Report;
  listed: ListedVotes;
}

/** The verifier as a page: it runs from a saved file too, and its policy allows no connection. */
export function VerifierApp(): ReactNode {
  return <SurfaceI18n loaders={verifierCatalogues}><Page /></SurfaceI18n>;
}

function Page(): ReactNode {
  const t = useText();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [since, setSince] = useState('');
  const [key, setKey] = useState('');

  const check = ({ name, bytes }: Opened): void => {
    setBusy(true);
    // two frames: the page says that it counts before the count takes the thread
    requestAnimationFrame(() => requestAnimationFrame(() => {
      setChecked({ name, report: verifyBundle(bytes, known(since, key)), listed: listedVotes(bytes) });
      setBusy(false);
    }));
  };
  const open = async (file: File): Promise<void> => {
    const next = { name: file.name, bytes: await bytesOf(file) };
    setOpened(next);
    check(next);
  };

  return (
    <>
      <header className="verifier-head"><b className="brand">{t('ui.product')}</b><LanguageSwitch look="all" /></header>
      <main className="verifier">
        <h1>{t('verify.title')}</h1>
        <p className="soft">{t('verify.how')}</p>
        <DropZone onFile={(file) => void open(file)}>
          <FileButton kind="primary" accept=".zip,application/zip" busy={isBusy} onFile={(file) => void open(file)}>{t('verify.open')}</FileButton>
          <p className="soft sm">{opened === null ? t('verify.drop') : opened.name}</p>
        </DropZone>
        <details className="verifier-known">
          <summary>{t('verify.known')}</summary>
          <TextArea label={t('verify.since')} hint={t('verify.since.hint')} value={since} onChange={setSince} rows={5} spellCheck={false} optional />
          <TextField label={t('verify.key')} hint={t('verify.key.hint')} value={key} onChange={setKey} spellCheck={false} autoComplete="off" optional />
          {opened === null ? null : <p><Button onClick={() => check(opened)}>{t('verify.again')}</Button></p>}
        </details>
        <div aria-live="polite">{isBusy ? <p className="verifier-busy"><Spinner /> {t('verify.busy')}</p> : null}</div>
        {checked === null || isBusy ? null : (
          <>
            <ReportView report={checked.report} hasSince={since.trim() !== ''} hasKey={key.trim() !== ''} />
            <MyBallot listed={checked.listed} />
          </>
        )}
      </main>
    </>
  );
}

/** Nothing of what is a folder or larger than any bundle: the verifier says that it cannot be read. */
const bytesOf = async (file: File): Promise<Uint8Array> =>
  new Uint8Array(file.size > MOST.bundle.bytes ? new ArrayBuffer(0) : await file.arrayBuffer().catch(() => new ArrayBuffer(0)));

/** A note ends with a line break, which pasting may lose. */
const known = (since: string, key: string): Known => ({
  ...(since.trim() === '' ? {} : { since: `${since.trim()}\n` }), ...(key.trim() === '' ? {} : { key: key.trim() }),
});
