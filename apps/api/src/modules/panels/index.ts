// I own: panels, their phases, who runs and speaks in them, minutes.
// I guarantee: phases move along the table of packages/rules only; a panel closes with a decided proposal or a stated reason.
// Other modules read a panel through findPanel and never change one.
export { PanelsModule } from './panels.module.js';
export { checkPanel } from './domain/set-panel.js';
export { ConsoleRow, MinutesRow, PanelRow } from './store/panel.row.js';
export { findPanel, listPanels, putNewPanel, takenPanels } from './store/panels.store.js';
