export { DOUBLE_MAJORITY, doubleMajority, type DoubleMajorityInput, type DoubleMajorityResult, type WeighedGroup } from './double-majority.js';
export { BRIDGE, bridge, type BridgeFigures, type BridgeResult, type GroupShare, type Stand, type Stands } from './bridge.js';
export { wilson, type Interval } from './wilson.js';
export { SUPPRESSION, suppressGroups, type GroupCell, type SuppressedTable } from './suppress.js';
export { BREAKDOWN, groupBreakdown, type BreakdownCell, type BreakdownResult, type Participant } from './breakdown.js';
