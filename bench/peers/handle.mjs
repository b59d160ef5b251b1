/** `node handle.mjs PEER SETTINGS`: handles notices until it is told to stop; tells its parent how many. */
const [name, settings] = process.argv.slice(2);
const peer = await import(`./${name}.mjs`);
let count = 0;
let isTold = true;

await peer.openHandler(JSON.parse(settings), (more) => {
  count += more;
  if (!isTold) return;
  isTold = false;
  setTimeout(() => {
    isTold = true;
    process.send({ count });
  }, 5);
});
process.on('disconnect', () => process.exit());
process.send({ count });
