import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  status: number;
  body: string;
}

/**
 * One kept-alive connection that sends requests one after another. A whole HTTP client would take from the two cores
 * what is to be measured.
 */
export class Connection {
  private received = '';
  private settle: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.take(chunk));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('The connection was closed.')));
  }

  /** @param url address of the server, such as `http://127.0.0.1:3000`. */
  static open(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket, host));
      });
    });
  }

  /** Sends one request; the answer before it must have come. */
  send(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<HttpAnswer> {
    const content = body === undefined ? '' : JSON.stringify(body);
    const lines = Object.entries({
      host: this.host,
      ...headers,
      ...(content && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
    }).map(([name, value]) => `${name}: ${value}`);
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${content}`, 'utf8');
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private take(chunk: string): void {
    this.received += chunk;
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(this.received)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const answer = { status: Number(this.received.slice(9, 12)), body: this.received.slice(end + 4) };
    const settle = this.settle;
    this.received = '';
    this.settle = null;
    settle?.resolve(answer);
  }
}
