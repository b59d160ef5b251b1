import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { SignIn } from '#identity';
import type { Queues } from '#queues';
import { type Page, sendText } from './operations-server.js';

/** Where the board lies; every address in its pages begins with it. */
export const BOARD_PATH = '/hang-doi';

type BoardQueues = ReturnType<Queues['boards']>;

/**
 * The board of the queue, to look at: which jobs wait, run or have failed. For administrators who are signed in
 * to the application under the same host name. The queue holds ids of messages and nothing else.
 * @param openSignIn called when somebody first asks for the board.
 * @param queues those open at the moment; none while the queue is away.
 */
export function queueBoard(openSignIn: () => SignIn, queues: () => BoardQueues): Page {
  let signIn: SignIn | null = null;
  let shown: BoardQueues = [];
  let board: Promise<FastifyInstance> | null = null;
  return async (request, response) => {
    signIn ??= openSignIn();
    const person = await signIn.whoIs(request.headers.cookie);
    if (!person) return sendText(response, 401, NOT_SIGNED_IN);
    if (person.role !== 'administrator') return sendText(response, 403, NOT_ALLOWED);
    const open = queues();
    if (open.length === 0) return sendText(response, 503, 'Hàng đợi đang mất kết nối / the queue is away.');
    // The line to the queue may have been renewed since.
    if (!board || open[0] !== shown[0]) {
      shown = open;
      board = openBoard(open);
    }
    await answer(await board, request, response);
  };
}

const NOT_SIGNED_IN =
  'Hãy đăng nhập vào ứng dụng bằng tài khoản quản trị / sign in to the application as an administrator.';
const NOT_ALLOWED = 'Chỉ dành cho quản trị viên / for administrators only.';

async function answer(
  board: FastifyInstance,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const done = new Promise<void>((resolve) => response.once('close', resolve));
  board.routing(request, response);
  await done;
}

/** Loaded when an administrator first looks: a worker that nobody looks into does without its memory. */
async function openBoard(queues: BoardQueues): Promise<FastifyInstance> {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }, { fastify }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
    import('fastify'),
  ]);
  const serverAdapter = new FastifyAdapter();
  serverAdapter.setBasePath(BOARD_PATH);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Hàng đợi', hideRedisDetails: true } },
  });
  const board = fastify();
  board.addHook('onSend', async (_request, _reply, payload) => withoutForeignFonts(payload));
  await board.register(serverAdapter.registerPlugin(), { prefix: BOARD_PATH });
  await board.ready();
  return board;
}

/** The board's page would fetch fonts from elsewhere, which our pages never do. */
function withoutForeignFonts(payload: unknown): unknown {
  if (typeof payload !== 'string' || !payload.startsWith('<!DOCTYPE html>')) return payload;
  return payload.replace(/<link href="https:\/\/[^>]*>/g, '');
}
