/** Bad texts for the tests of every document: what may not be written, run, or move what stands around it. */
export const HOSTILE_WORDS: readonly [family: string, words: string][] = [
  ['what nobody sees, XML cannot write or turns a line round', 'а\u0000\u0007\uFFFEб а\uD800б\uDFFF \u202Eкери\u2066\u200F \u200B\uFEFF\u2060'],
  ['formulas and markup', '=HYPERLINK("http://evil.example") ]]></w:t><script>alert(1)</script>&amp;\n# x\n[a](javascript:alert(1)) | **b** `c`'],
  ['floods, unbroken words, families and other scripts', `З${'\u0316\u0489'.repeat(60)} ${'ң'.repeat(400)} ${'👨\u200D👩\u200D👧\u200D👦'.repeat(4)} שלום مرحبا 你好`],
];
