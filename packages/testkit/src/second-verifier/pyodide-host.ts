import { readFileSync, writeFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

// A process of its own: SCRIPT DRIVER IN OUT. Everything that is loaded lies in the npm package.
const [script = '', driver = '', input = '', output = ''] = process.argv.slice(2);
const python = await loadPyodide();
python.FS.writeFile('tegerek_verify.py', readFileSync(script, 'utf8'));
python.FS.writeFile('driver.py', readFileSync(driver, 'utf8'));
python.FS.writeFile('in.json', readFileSync(input, 'utf8'));
python.runPython('import sys; sys.path.insert(0, "."); import driver; answer = driver.answers(open("in.json", encoding="utf-8").read())');
writeFileSync(output, python.globals.get('answer') as string);
