// Imported first by every entry script, and written so that an old Node can still parse it.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error('Tegerek needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  process.exit(1);
}
