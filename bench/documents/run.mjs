import { buildDocument } from '../../packages/replica/dist/index.js';
import { sampleDecided, sampleResolution } from '../../packages/replica/dist/testing.js';
import { renderDocument } from '../../apps/api/dist/modules/exports/files/formats.js';
import { readPdf } from '../../packages/verify/dist/checks/pdf-text.js';

const TEXT = 'Обеспечить ежегодную публикацию планов развития айылных аймаков и отчётов об их исполнении на едином портале, с указанием ответственных лиц, сроков и источников финансирования. ';

/** Exports a resolution of `recommendations` items (about 500 letters each, votes of two groups) in every format: milliseconds of the clock and of the processor. */
async function run(recommendations) {
  const resolution = sampleResolution();
  for (let i = 0; i < recommendations; i++) resolution.panels[0].recommendations.push(sampleDecided({ number: `1.${i + 5}`, language: 'ru', fields: { ...sampleDecided().fields, title: `Рекомендация ${i}`, text: TEXT.repeat(3), addressee: `Адресат ${i % 20}` } }));
  const model = buildDocument(resolution, 'e'.repeat(64), 'ru');
  for (const format of ['docx', 'pdf', 'html', 'md']) {
    const [at, cpu] = [performance.now(), process.cpuUsage()];
    const bytes = await renderDocument(model, format);
    const { user, system } = process.cpuUsage(cpu);
    console.log(`${recommendations} recommendations, ${format}: ${Math.round(performance.now() - at)} ms, processor ${Math.round((user + system) / 1000)} ms, ${Math.round(bytes.length / 1024)} KiB`);
    if (format !== 'pdf') continue;
    const [from, before] = [performance.now(), process.cpuUsage()];
    readPdf(bytes);
    const spent = process.cpuUsage(before);
    console.log(`  read by the verifier: ${Math.round(performance.now() - from)} ms, processor ${Math.round((spent.user + spent.system) / 1000)} ms`);
  }
}

await run(10);
await run(process.argv.includes('--quick') ? 50 : 500);
