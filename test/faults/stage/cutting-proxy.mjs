import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * A wire between two processes that can be cut. Listens on a port of its own and passes everything on to `target`.
 * @param {number} target port on this machine.
 */
export async function openProxy(target) {
  const pairs = new Set();
  let isHole = false;

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
    if (isHole) hush(pair);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const hush = ({ near, far }) => {
    near.unpipe(far);
    far.unpipe(near);
    near.pause();
    far.pause();
  };
  return {
    port: server.address().port,
    /** Resets connections: all of them, or those that `chosen` says. */
    cut(chosen = () => true) {
      const cut = [...pairs].filter(chosen);
      for (const { near, far } of cut) {
        near.resetAndDestroy();
        far.destroy();
      }
      return cut.length;
    },
    /** Takes everything and passes nothing on, in either direction, until `milliseconds` are over. */
    async blackHole(milliseconds) {
      isHole = true;
      for (const pair of pairs) hush(pair);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      isHole = false;
      for (const { near, far } of pairs) {
        near.pipe(far);
        far.pipe(near);
      }
    },
    async close() {
      for (const { near, far } of pairs) {
        near.destroy();
        far.destroy();
      }
      server.close();
      await once(server, 'close');
    },
  };
}
