import net from 'node:net';

/** A browser's connection, kept open: one request at a time, of which only the length is read, so that the client costs little. */
export class Connection {
  readonly #socket: net.Socket;
  #rest = 0;
  #head = '';
  #done: ((status: number) => void) | null = null;
  #failed: ((error: Error) => void) | null = null;
  #status = 0;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (piece) => this.#read(piece));
    const fail = () => this.#failed?.(new Error('The connection was closed.'));
    socket.on('error', fail);
    socket.on('close', fail);
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket)));
    });
  }

  /** Sends a request as text; resolves with the status once all of its answer is here. */
  ask(request: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#failed = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#done = this.#failed = null;
    this.#socket.destroy();
  }

  #read(piece: Buffer): void {
    if (this.#rest > 0) return this.#body(piece.length);
    if (this.#rest < 0) return this.#chunks(piece);
    this.#head += piece.toString('latin1');
    const end = this.#head.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.#status = Number(this.#head.slice(9, 12));
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#head.slice(0, end + 2))?.[1];
    const body = this.#head.slice(end + 4);
    this.#head = '';
    this.#rest = length === undefined ? -1 : Number(length);
    if (this.#rest === 0) return this.#end();
    if (this.#rest > 0) this.#body(body.length);
    else this.#chunks(Buffer.from(body, 'latin1'));
  }

  #body(bytes: number): void {
    this.#rest -= bytes;
    if (this.#rest <= 0) this.#end();
  }

  /** The end of a body without a length. */
  #chunks(piece: Buffer): void {
    if (piece.subarray(-7).toString('latin1').endsWith('0\r\n\r\n')) this.#end();
  }

  #end(): void {
    this.#rest = 0;
    const done = this.#done;
    this.#done = this.#failed = null;
    done?.(this.#status);
  }
}
