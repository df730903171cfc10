import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PANEL_PHASES } from '@tegerek/contracts/wire';
import type { ClockedTurn } from '@tegerek/rules';
import { ServerClock } from '../live/clock.js';
import { MultilingualText } from '../i18n/rich.js';
import { Button } from './button.js';
import { ConfirmDialog } from './dialog.js';
import { LongDiff } from './long-diff.js';
import { NetworkLine } from './network-line.js';
import { PHASES, PhaseBar } from './phases.js';
import { Table } from './table.js';
import { Timer } from './timer.js';
import { renderIn } from './testing.js';

afterEach(() => { cleanup(); jest.useRealTimers(); });

describe('Button', () => {
  it('ignores presses while busy and keeps the focus', async () => {
    const onClick = jest.fn();
    renderIn('ru', <Button busy onClick={onClick}>Отправить</Button>);
    await userEvent.click(screen.getByRole('button'));
    expect(onClick).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });
});

describe('LongDiff', () => {
  it.each([['ru', 'убрано: март конец правки', 'добавлено: апрель конец правки'], ['ky', 'алынды: март оңдоонун аягы', 'кошулду: апрель оңдоонун аягы'], ['en', 'removed: март end of change', 'added: апрель end of change']] as const)('in %s says each change to a screen reader, folds what stays, and shows the whole text at a press', async (lang, removed, added) => {
    const before = 'Сроки ответа публикуются. '.repeat(30);
    renderIn(lang, <LongDiff ops={[{ kind: 'same', text: before }, { kind: 'removed', text: 'март' }, { kind: 'added', text: 'апрель' }]} lang="ru" />);
    const text = () => document.querySelector('.diff')?.textContent ?? '';
    expect([screen.getByRole('deletion').textContent, screen.getByRole('insertion').textContent]).toEqual([removed, added]);
    expect(text().length).toBeLessThan(200);
    const more = screen.getByRole('button', { expanded: false });
    await userEvent.click(more);
    expect(text()).toContain(before);
    expect(document.activeElement).toBe(screen.getByRole('button', { expanded: true }));
  });

  it('leaves a short change whole', () => {
    renderIn('ru', <LongDiff ops={[{ kind: 'same', text: 'До ' }, { kind: 'added', text: 'мая' }]} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('NetworkLine', () => {
  it('is quiet for four seconds, then says it once', () => {
    jest.useFakeTimers();
    renderIn('ru', <NetworkLine lostAt={Date.now()} />);
    act(() => { jest.advanceTimersByTime(3_000); });
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => { jest.advanceTimersByTime(2_000); });
    expect(screen.getByRole('status').textContent).toBe('Нет связи. Всё, что сделано, уйдёт само.');
    expect(screen.getByText('Нет связи 5 с. Всё, что сделано, уйдёт само.').getAttribute('aria-hidden')).toBe('true');
  });

  it('names the sign-in page of the network and what to do, and not in the first four seconds either', () => {
    jest.useFakeTimers();
    renderIn('ky', <NetworkLine lostAt={Date.now()} isPortal />);
    act(() => { jest.advanceTimersByTime(3_000); });
    expect(screen.getByRole('status').textContent).toBe('');
    act(() => { jest.advanceTimersByTime(2_000); });
    expect(screen.getByRole('status').textContent).toMatch(/^Залдын ордуна Wi-Fi тармагына кирүү барагы/u);
  });
});

describe('Timer', () => {
  const turn = { startedAt: 1_000_000, limitMs: 120_000, pausedAt: null, pausedMs: 0 };
  /** A device whose own clock shows `deviceNow`, and which learned of the server's from answers that took a second. */
  const shownOn = (deviceNow: number, serverNow: number, shown: ClockedTurn = turn) => {
    jest.useFakeTimers({ now: deviceNow });
    const clock = new ServerClock();
    clock.observe(serverNow, deviceNow - 500, deviceNow + 500);
    const { container } = renderIn('ru', <Timer turn={shown} offsetMs={clock.offsetMs()} />);
    const text = () => container.querySelector('[role=timer]')?.textContent;
    const first = text();
    act(() => { jest.advanceTimersByTime(10_000); });
    return [first, text()];
  };

  it('shows the same on the phone, the console and the hall’s screen, whatever their own clocks say', () => {
    for (const deviceNow of [1_030_000, 0, 7_777_777]) expect(shownOn(deviceNow, 1_030_000)).toEqual(['1:30', '1:20']);
  });

  it('stands in a pause, on every screen at the same figure', () => {
    for (const deviceNow of [1_030_000, 5_000, 9_999_999]) expect(shownOn(deviceNow, 1_090_000, { ...turn, pausedAt: 1_065_000, pausedMs: 5_000 })).toEqual(['1:00', '1:00']);
  });
});

describe('phases', () => {
  it('are those of the contracts', () => { expect(PHASES).toEqual(PANEL_PHASES); });

  it('name the present one and the next', () => {
    renderIn('ru', <PhaseBar phase="decision" />);
    expect(screen.getByText('· этап 5 из 7, дальше ранжирование')).not.toBeNull();
    expect(screen.getAllByRole('listitem').filter((stop) => stop.getAttribute('aria-current') === 'step').map((stop) => stop.textContent)).toEqual(['Решение']);
  });
});

describe('ConfirmDialog', () => {
  it('names what it will do and does it once', async () => {
    const onConfirm = jest.fn();
    renderIn('ru', <ConfirmDialog isOpen onClose={() => undefined} title="Закрыть решение 3.2?" effect="Голосование закончится для всех." confirm="Закрыть и подвести итог" onConfirm={onConfirm} />);
    await userEvent.click(screen.getByRole('button', { name: 'Закрыть и подвести итог' }));
    expect(onConfirm).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('dialog', { name: 'Закрыть решение 3.2?' })).not.toBeNull();
  });
});

describe('Table', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n), name: `Имя ${n}` }));
  const table = (count: number) => <Table caption="Люди" rows={rows(count)} idOf={(row) => row.id} textOf={(row) => row.name} empty={<p>Никого нет</p>} columns={[{ key: 'n', header: 'Имя', cell: (row) => row.name, isRowHeader: true }]} />;

  it('shows its empty state, no filter up to 30 rows, and a filter beyond', async () => {
    renderIn('ru', table(0));
    expect(screen.getByText('Никого нет')).not.toBeNull();
    cleanup();
    renderIn('ru', table(30));
    expect(screen.queryByLabelText('Найти в списке')).toBeNull();
    cleanup();
    renderIn('ru', table(200));
    await userEvent.type(screen.getByLabelText('Найти в списке'), 'имя 199');
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['Имя 199']);
  });
});

describe('MultilingualText', () => {
  it('marks a text that is not in the reader\'s language', () => {
    const { container } = renderIn('en', <MultilingualText value={{ ky: 'Салам' }} />);
    expect(container.querySelector('bdi')?.lang).toBe('ky');
    expect(container.textContent).toBe('Салам Кыр');
  });
});
