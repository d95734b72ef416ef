import type { Source } from '../program/program';
import { ReplyParser } from './reply-parser';

/** What a reply had written on top of `base`, whole or broken off. Every round is a text of its own, on the one before. */
export function sourceAfter(base: Source, rounds: Iterable<string>): Source {
  let source = base;
  for (const text of rounds) {
    const parser = new ReplyParser(source);
    parser.write(text);
    parser.end();
    source = parser.source;
  }
  return source;
}
