import { useMemo } from 'react';
import type { PollResult } from '@tegerek/contracts/wire';
import { useText } from '../../i18n/provider.js';
import { useCssVars } from '../css-vars.js';
import { layoutCloud, type PlacedWord } from './cloud-layout.js';
import './poll.css';

function Word({ word, rank }: { word: PlacedWord; rank: number }) {
  const ref = useCssVars({ '--size': word.size });
  return <span ref={ref} className={rank === 0 ? 'word top' : 'word'}><bdi>{word.text}</bdi></span>;
}

export interface WordCloudProps {
  cloud: PollResult['cloud'];
  /** In the unit of the place: `em` of the surrounding text. */
  box: { width: number; height: number; least: number; most: number };
}

/** Short texts as a picture, and as a list for who hears it. */
export function WordCloud({ cloud, box }: WordCloudProps) {
  const t = useText();
  const { width, height, least, most } = box;
  const { rows, left } = useMemo(() => layoutCloud(cloud, { width, height, least, most }), [cloud, width, height, least, most]);
  if (cloud.length === 0) return <p className="soft">{t('poll.cloud.none')}</p>;
  const top = cloud[0]?.text;
  return (
    <div className="cloud-box">
      <div className="cloud" aria-hidden>{rows.map((row, i) => <p key={i}>{row.map((word) => <Word key={word.text} word={word} rank={word.text === top ? 0 : 1} />)}</p>)}</div>
      {left === 0 ? null : <p className="soft cloud-left" aria-hidden>{t('poll.cloud.more', { n: left })}</p>}
      <ul className="sr-only">{cloud.map(({ key, text, n }) => <li key={key}>{t('poll.cloud.word', { text, n })}</li>)}</ul>
    </div>
  );
}
