import net from 'node:net';

/**
 * Opens so many streams of a link, then ends it. Gives the milliseconds from the end's answer until the last of them was told, and how many were
 * lost before.
 */
export async function endOfStreams(address: string, count: number, end: () => Promise<unknown>): Promise<{ last: number; lost: number }> {
  const { port, pathname } = new URL(address);
  const page = await (await fetch(address)).text();
  const { opening } = JSON.parse(/id="shell">(.*?)<\/script>/.exec(page)![1]!) as { opening: { ticket: string } };
  const request = `GET ${pathname}/stream?ticket=${opening.ticket} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`;
  let lost = 0;
  const told: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    const { opened, over } = stream(Number(port), request);
    told.push(over);
    await opened;
  }
  let ending = false;
  for (const one of told) void one.then(() => ending || (lost += 1));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  ending = true;
  const asked = end().then(() => performance.now());
  const last = Math.max(...(await Promise.all(told)));
  return { last: Math.max(0, last - (await asked)), lost };
}

/** `opened` resolves with its first piece, `over` with the moment at which it was told that it's over. */
function stream(port: number, request: string): { opened: Promise<void>; over: Promise<number> } {
  const opened = Promise.withResolvers<void>();
  const over = Promise.withResolvers<number>();
  const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
  let text = '';
  socket.on('data', (piece) => {
    opened.resolve();
    text += piece.toString('latin1');
    if (!text.includes('event: end')) return;
    over.resolve(performance.now());
    socket.destroy();
  });
  socket.on('error', () => over.resolve(0));
  socket.on('close', () => over.resolve(performance.now()));
  return { opened: opened.promise, over: over.promise };
}
