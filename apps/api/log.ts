import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import { type DestinationStream, pino } from 'pino';

/** A path without its query; tracking codes, each the key to a case, are not written down. */
function loggedPath(url: string): string {
  const [path = ''] = url.split('?');
  return readable(path)
    .slice(0, 200)
    .replace(/(\/tracking\/|\/theo-doi\/)[^/]+/gi, '$1:code');
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '(unreadable)';
  }
}

/**
 * Logs one line per request: method, path, status and time; no bodies, headers, cookies or queries.
 * @param stream where the lines go.
 */
export function logSettings(level: string, stream: DestinationStream = pino.destination(1)): Params {
  const serializers = {
    req: ({ id, method, url }: Request) => ({ id, method, path: loggedPath(url) }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    err: ({ type }: { type: string }) => ({ type }),
  };
  return {
    // The library's own pattern for every path matches none on this router.
    forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
    exclude: [{ path: 'health/{*path}', method: RequestMethod.ALL }],
    pinoHttp: [
      {
        level,
        serializers,
        quietReqLogger: true,
        customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
      },
      stream,
    ],
  };
}

interface Request {
  id: string;
  method: string;
  url: string;
}
