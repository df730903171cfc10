import type { ReactNode } from 'react';
import { familyOf, type Finding, type Report } from '@tegerek/verify';
import { useFormat, useText } from '../../i18n/index.js';
import { IconAlertTriangle, IconCheck } from '../../ui/icons/index.js';
import { Table } from '../../ui/table.js';

export function ReportView({ report, hasSince, hasKey }: { report: Report; hasSince: boolean; hasKey: boolean }): ReactNode {
  const t = useText();
  const { number } = useFormat();
  const { outcome, findings, facts } = report;
  return (
    <section className="stack-4" aria-label={t('verify.result')}>
      <p role="status" className={outcome === 'right' ? 'verdict right' : 'verdict wrong'}>
        {outcome === 'right' ? <IconCheck /> : <IconAlertTriangle />}
        <b>{outcome === 'right' ? t('verify.right') : outcome === 'unreadable' ? t('verify.unreadable') : t('verify.findings', { n: findings.length })}</b>
      </p>
      {findings.length === 0 ? null : <Findings findings={findings} />}
      {facts === null ? null : (
        <dl className="facts">
          <dt>{t('verify.fact.votes')}</dt><dd>{t('verify.fact.votes.n', { votes: facts.votes, ballots: facts.ballots })}</dd>
          <dt>{t('verify.fact.log')}</dt><dd>{t('verify.fact.log.n', { entries: facts.entries, opened: facts.opened, events: facts.events })}</dd>
          <dt>{t('verify.fact.resolutions')}</dt><dd>{number(facts.resolutions)}</dd>
          <dt>{t('verify.fact.head')}</dt><dd className="digits">{facts.head.seq} · {facts.head.hash}</dd>
          <dt>{t('verify.fact.signed')}</dt><dd className="digits">{facts.signed === null ? t('verify.fact.nobody') : `${facts.signed.name} · ${facts.signed.fingerprint}`}</dd>
          <dt>{t('verify.fact.bundle')}</dt><dd className="digits">{facts.fingerprint}</dd>
        </dl>
      )}
      {facts === null ? null : (
        <>
          <h2>{t('verify.unchecked')}</h2>
          <ul className="unchecked">
            {hasKey ? null : <li>{t('verify.unchecked.key')}</li>}
            {hasSince ? null : <li>{t('verify.unchecked.since')}</li>}
            <li>{t('verify.unchecked.receipts')}</li>
            <li>{t('verify.unchecked.people')}</li>
            {facts.events > facts.opened + facts.erased ? <li>{t('verify.unchecked.closed', { n: facts.events - facts.opened - facts.erased })}</li> : null}
            {facts.erased > 0 ? <li>{t('verify.unchecked.erased', { n: facts.erased })}</li> : null}
          </ul>
        </>
      )}
    </section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }): ReactNode {
  const t = useText();
  const rows = findings.map((finding, i) => ({ ...finding, id: String(i) }));
  return (
    <Table
      caption={t('verify.findings', { n: findings.length })} rows={rows} idOf={({ id }) => id} toneOf={() => 'bad'} textOf={({ code, at, words }) => `${code} ${at} ${words}`} empty={null}
      columns={[
        { key: 'what', header: t('verify.finding.what'), cell: ({ code }) => <><b>{t(`verify.family.${familyOf(code)}`)}</b><br /><code>{code}</code></>, isRowHeader: true },
        { key: 'at', header: t('verify.finding.at'), cell: ({ at }) => <span className="digits">{at}</span> },
        // the finding in full is the program's own, the same as on the command line
        { key: 'words', header: t('verify.finding.words'), cell: ({ words }) => <span lang="en">{words}</span> },
      ]}
    />
  );
}
