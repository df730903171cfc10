import { useState } from 'react';
import type { CoreSlice } from '@tegerek/contracts/wire';
import { useI18n, useText } from '../../../i18n/provider.js';
import { textOf } from '../../../i18n/text.js';
import { Button } from '../../../ui/button.js';
import { RefusalNote } from '../../../ui/field.js';
import { IconAlertTriangle, IconCheck, IconPrinter, IconRefresh } from '../../../ui/icons/index.js';
import { notePrinted, printedIn } from '../../../ui/printed.js';
import { saveFile } from '../../../ui/save-file.js';
import { useGroupViews } from '../../../ui/staff/group-views.js';
import { sumOf } from '../../../ui/staff/outcome-words.js';
import { fetchEverybody } from '../../../ui/staff/people.js';
import { judge, type Point } from './judge.js';
import { useReadiness } from './use-readiness.js';

function Line({ id, isFine, args }: Point) {
  const t = useText();
  return (
    <li className={isFine ? 'ok' : 'warn'}>
      {isFine ? <IconCheck label={t('desk.check.done')} /> : <IconAlertTriangle label={t('desk.check.missing')} />}
      <span><b>{t(`ready.${id}`)}</b> <span className="soft">{t(isFine ? `ready.${id}.fine` : `ready.${id}.do`, args)}</span></span>
    </li>
  );
}

/** Paper for the day when the network dies: drawn here, fetched when first asked for. */
function Papers({ core, onMade }: { core: CoreSlice; onMade: () => void }) {
  const t = useText();
  const { locale } = useI18n();
  const groups = useGroupViews(core.groups);
  const [state, setState] = useState<'busy' | 'failed' | null>(null);
  const title = textOf(core.setup?.title, locale).text;
  const panels = Object.values(core.panels).sort((a, b) => a.number - b.number).map((panel) => ({ number: panel.number, title: textOf(panel.title, locale).text }));
  const make = async (what: 'sign-in' | 'ballots') => {
    setState('busy');
    try {
      const [papers, { loadPdfFonts }] = await Promise.all([import('./draw-papers.js'), import('../../../ui/pdf/load-fonts.js')]);
      const fonts = await loadPdfFonts();
      const head = { title, mark: core.rehearsal ? t('ui.rehearsal').toUpperCase() : '', lang: locale, fonts, t };
      const slug = core.setup?.slug ?? 'dialogue';
      if (what === 'ballots') saveFile(await papers.drawBallots({ groups, panels }, head), `${slug}-ballots.pdf`);
      else {
        const people = (await fetchEverybody(core.dialogueId)).filter(({ revoked, name }) => !revoked && name !== '');
        saveFile(await papers.drawSignIn({ groups, people }, head), `${slug}-sign-in.pdf`);
        notePrinted(core.dialogueId, 'sheets', sumOf(core.seatsByGroup));
      }
      setState(null);
      onMade();
    } catch {
      setState('failed');
    }
  };
  return (
    <div className="stack-2">
      <p className="sm soft">{t('ready.papers.how')}</p>
      <div className="row wrap">
        <Button icon={<IconPrinter />} busy={state === 'busy'} onClick={() => { void make('sign-in'); }}>{t('ready.papers.sign-in')}</Button>
        <Button icon={<IconPrinter />} busy={state === 'busy'} onClick={() => { void make('ballots'); }}>{t('ready.papers.ballots')}</Button>
      </div>
      {state === 'failed' ? <RefusalNote>{t('staff.no-answer')}</RefusalNote> : null}
    </div>
  );
}

/** The evening before: what is fine, and what is to do. */
export function ReadyForTomorrow({ core }: { core: CoreSlice }) {
  const t = useText();
  const { seen, isBusy, isLost, again } = useReadiness(core.dialogueId);
  const [, setMade] = useState(0);
  const points = seen === null ? [] : judge(seen, printedIn(core.dialogueId), sumOf(core.seatsByGroup));
  const left = points.filter(({ isFine }) => !isFine).length;
  return (
    <section className="stack-3">
      <div className="row"><h2 className="grow">{t('ready.title')}{seen === null ? '' : `: ${t('ready.left', { n: left })}`}</h2><Button mini icon={<IconRefresh />} busy={isBusy} onClick={again}>{t('ready.again')}</Button></div>
      {isLost ? <p className="sm soft" role="status">{t('staff.no-answer')}</p> : null}
      <ul className="check-points" aria-label={t('ready.title')}>{points.map((point) => <Line key={point.id} {...point} />)}</ul>
      <Papers core={core} onMade={() => setMade((n) => n + 1)} />
    </section>
  );
}
