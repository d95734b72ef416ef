/**
 * Tabs of one browser tell each other that a reply has begun, so that a second tab on the same program joins in. The
 * message carries no content: what is read comes from the server.
 */
const CHANNEL = 'vitrine-replies';

export function announceReply(programId: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(programId);
  channel.close();
}

/** Calls `join` when another tab begins a reply on this program. Returns how to stop listening. */
export function onReplyElsewhere(programId: string, join: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (event.data === programId) join();
  };
  return () => channel.close();
}
