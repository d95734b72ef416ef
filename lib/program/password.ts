/** What a password of an account may be, in characters. scrypt reads all of it. */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;
