/**
 * Calls back once the present task has ended. Over a port and not by a timer: in a hidden page timers come once in a second or
 * a minute, and everything until then would count as one run.
 */
export function createAfterTask(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  // Bound now, because generated code may change what `postMessage` is.
  const post = port2.postMessage.bind(port2) as (message: null) => void;
  let waiting: (() => void)[] = [];
  port1.onmessage = () => {
    const due = waiting;
    waiting = [];
    for (const callback of due) callback();
  };
  return (callback) => {
    if (waiting.length === 0) post(null);
    waiting.push(callback);
  };
}
