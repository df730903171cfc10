import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';

// A process of its own: FOLDER DRIVER IN OUT. Everything that is loaded lies in the npm package.
const [folder = '', driver = '', input = '', output = ''] = process.argv.slice(2);
const python = await loadPyodide();
for (const name of readdirSync(folder).filter((each) => each.endsWith('.py'))) python.FS.writeFile(name, readFileSync(join(folder, name), 'utf8'));
python.FS.writeFile('driver.py', readFileSync(driver, 'utf8'));
python.FS.writeFile('in.json', readFileSync(input, 'utf8'));
python.runPython('import sys; sys.path.insert(0, "."); import driver; answer = driver.answers(open("in.json", encoding="utf-8").read())');
writeFileSync(output, python.globals.get('answer') as string);
