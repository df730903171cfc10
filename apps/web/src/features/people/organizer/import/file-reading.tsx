import { useText } from '../../../../i18n/provider.js';
import { Check } from '../../../../ui/check-list.js';
import { SelectField } from '../../../../ui/select-field.js';
import { COLUMN_KINDS, type ColumnKind } from './columns.js';
import { ENCODINGS, type Encoding } from './decode-text.js';
import { SEPARATORS, type Separator } from './read-csv.js';
import { readTextFile, type TableFile } from './read-file.js';
import type { Import } from './use-import.js';

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function HowRead({ file, reread }: { file: TableFile; reread: Import['reread'] }) {
  const t = useText();
  if (file.kind === 'xlsx') {
    if (file.sheets.length < 2) return null;
    const choose = (sheet: string) => { const found = file.sheets.find(({ name }) => name === sheet); if (found !== undefined) reread({ ...file, sheet, rows: found.rows }); };
    return <SelectField compact label={t('arrival.import.sheet')} placeholder={null} value={file.sheet} options={file.sheets.map(({ name }) => ({ value: name, label: name }))} onChange={choose} />;
  }
  return (
    <>
      <SelectField compact label={t('arrival.import.encoding')} placeholder={null} value={file.encoding} options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))} onChange={(encoding) => reread(readTextFile(file.name, file.bytes, { encoding: encoding as Encoding }))} />
      <SelectField compact label={t('arrival.import.separator')} placeholder={null} value={file.separator} options={SEPARATORS.map((value) => ({ value, label: t(`arrival.separator.${SEPARATOR_NAMES[value]}`) }))} onChange={(separator) => reread(readTextFile(file.name, file.bytes, { encoding: file.encoding, separator: separator as Separator }))} />
    </>
  );
}

/** How the file was read, to be put right by hand: encoding, separator, headings, and what each column holds. */
export function FileReading({ file, reading, setReading, reread }: Pick<Import, 'reading' | 'setReading' | 'reread'> & { file: TableFile }) {
  const t = useText();
  const { columns, hasHeadings } = reading;
  const options = COLUMN_KINDS.map((value) => ({ value, label: t(`arrival.column.${value}`) }));
  const setColumn = (at: number, kind: ColumnKind) => setReading({ hasHeadings, columns: columns.map((each, index) => (index === at ? kind : each === kind && kind !== 'ignore' ? 'ignore' : each)) });
  const example = (at: number) => file.rows.slice(hasHeadings ? 1 : 0, 4).map(({ cells }) => (cells[at] ?? '').trim()).find((cell) => cell !== '') ?? '';
  const heading = (at: number) => (hasHeadings ? (file.rows[0]?.cells[at] ?? '').trim() : '') || t('arrival.import.column', { n: at + 1 });
  return (
    <details className="import-reading" open={!columns.some((kind) => kind === 'name' || kind === 'last' || kind === 'first')}>
      <summary>{t('arrival.import.how-read')}</summary>
      <div className="import-settings"><HowRead file={file} reread={reread} /><Check label={t('arrival.import.headings')} checked={hasHeadings} onChange={(checked) => setReading({ hasHeadings: checked, columns })} /></div>
      <div className="import-columns">
        {columns.map((kind, at) => <SelectField key={at} compact label={<bdi>{heading(at).slice(0, 40)}</bdi>} hint={<bdi>{example(at).slice(0, 40)}</bdi>} placeholder={null} value={kind} options={options} onChange={(value) => setColumn(at, value as ColumnKind)} />)}
      </div>
    </details>
  );
}
