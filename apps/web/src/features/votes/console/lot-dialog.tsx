import { useState } from 'react';
import type { VoteHead } from '@tegerek/contracts/wire';
import { useText } from '../../../i18n/provider.js';
import { useAct } from '../../../live/use-act.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import type { GroupView } from '../../../ui/group.js';
import { ActNote, fieldRefusal } from '../../../ui/staff/act-note.js';
import { TextField } from '../../../ui/text-field.js';

/** A number of each group, as it was called out in the hall. */
export function LotDialog({ vote, groups, onClose }: { vote: VoteHead; groups: readonly GroupView[]; onClose: () => void }) {
  const t = useText();
  const act = useAct();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const callers = groups.filter((group) => (vote.electorateByGroup[group.id] ?? 0) > 0);
  const isWhole = (text: string | undefined) => /^\d{1,6}$/u.test(text ?? '');
  const [isTried, setTried] = useState(false);
  const draw = async () => {
    setTried(true);
    if (!callers.every((group) => isWhole(texts[group.id]))) return;
    const numbers = Object.fromEntries(callers.map((group) => [group.id, Number(texts[group.id])]));
    if (await act.run('ranking.draw-lot', { voteId: vote.voteId, numbers })) onClose();
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('votes.lot.title')} actions={<><Button kind="primary" busy={act.isBusy} onClick={() => { void draw(); }}>{t('votes.lot')}</Button><Button onClick={onClose}>{t('ui.cancel')}</Button></>}>
      <p className="soft">{t('votes.lot.effect')}</p>
      {callers.map((group) => (
        <TextField
          key={group.id} label={t('votes.lot.number', { group: group.name })} inputMode="numeric" value={texts[group.id] ?? ''} onChange={(text) => setTexts({ ...texts, [group.id]: text.trim() })}
          refusal={isTried && !isWhole(texts[group.id]) ? t('refusal.lot.numbers') : fieldRefusal(t, act.refusal, `numbers.${group.id}`)}
        />
      ))}
      <ActNote act={act} fields={callers.map((group) => `numbers.${group.id}`)} />
    </Dialog>
  );
}
