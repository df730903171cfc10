export { launchChromium, type LaunchChromiumOptions } from './chromium.js';
export { findChromium, type ChromiumProgram } from './chromium-find.js';
export { startCuttingProxy, type CuttingProxy, type CuttingProxyOptions } from './cutting-proxy.js';
export { LiveClient, type GiveOptions } from './live-client.js';
export { dialogueFixture, type DialogueFixture, type FixtureSeat } from './dialogue-fixture.js';
export { startBadHall, TROUBLES, type BadHall, type BadHallOptions, type Trouble } from './bad-hall.js';
export { seeded } from './seeded.js';
export { askSecondVerifier, hasPython3, type Interpreter, type SecondReport, type SecondVerifierCase } from './second-verifier/second-verifier.js';
