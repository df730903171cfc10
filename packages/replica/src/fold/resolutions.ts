import { withCore, type Reducers } from './reducer.js';

export const resolutionReducers: Reducers<'resolution.drafted' | 'resolution.framed' | 'resolution.published'> = {
  'resolution.drafted': (snapshot, { section, language, text, rev, bySeat }, { at }) => withCore(snapshot, { frame: { ...snapshot.core.frame, [`${section}.${language}`]: { text, rev, bySeat, at } } }),
  /** Read from the log by whoever recomputes the document; no screen shows it. */
  'resolution.framed': (snapshot) => snapshot,
  'resolution.published': (snapshot, data, { seq, at }) => withCore(snapshot, { phase: 'published', resolutions: [...snapshot.core.resolutions, { ...data, seq, publishedAt: at }] }),
};
