import { randomBytes } from 'node:crypto';

/** 112 random bits: nobody guesses one, and two never meet. */
const BYTES = 14;
const LENGTH = 22;

/** A short, unguessable id of digits and small letters, so that it survives links, file names and being read aloud. */
export function newId(): string {
  return BigInt(`0x${randomBytes(BYTES).toString('hex')}`).toString(36).padStart(LENGTH, '0');
}
