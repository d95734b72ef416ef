import dgram from 'node:dgram';
import net from 'node:net';

export type Collector = {
  port: number;
  /** First labels of the hosts that were asked for over HTTP or TLS. */
  names(): Set<string>;
  /** Connections that said nothing, and packets: a connection opened ahead, STUN. */
  nameless(): { connections: number; packets: number };
  close(): Promise<void>;
};

const HOST = /([a-z0-9-]+)\.localhost/;
/** A connection that says nothing for so long was opened ahead. */
const SILENT_MS = 1_000;

/** Stands for the whole world outside: one port of loopback that hears HTTP, TLS and UDP, and notes who was asked for. */
export async function startCollector(): Promise<Collector> {
  const names = new Set<string>();
  const sockets = new Set<net.Socket>();
  let connections = 0;
  let packets = 0;

  const server = net.createServer((socket) => {
    sockets.add(socket);
    const timer = setTimeout(() => (connections += 1), SILENT_MS);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      clearTimeout(timer);
      const text = data.toString('latin1');
      // In HTTP the host's header; in TLS the name stands in the first message as it is.
      const [, name] = HOST.exec(text) ?? [];
      if (name) names.add(name);
      if (/^[A-Z]+ \//.test(text)) socket.end(answer(text));
      else socket.destroy();
    });
  });
  const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port)));
  const families: net.Server[] = [server];
  // What is called localhost may be either family; a machine without IPv6 has one.
  const six = net.createServer((socket) => server.emit('connection', socket));
  await new Promise<void>((resolve) => six.once('error', () => resolve()).listen(port, '::1', () => (families.push(six), resolve())));
  const udp = dgram.createSocket('udp4', () => (packets += 1));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));

  return {
    port,
    names: () => new Set(names),
    nameless: () => ({ connections, packets }),
    async close() {
      udp.close();
      for (const socket of sockets) socket.destroy();
      await Promise.all(families.map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}

function answer(request: string): string {
  if (request.includes('/204')) return 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n';
  return 'HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';
}
