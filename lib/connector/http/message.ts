/** A request as it goes out. Names of headers are in lower case; the body is whole, so that it can be sent again. */
export type HttpRequest = {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Buffer | null;
};

/** An answer, whole and decompressed. Of an error only the beginning of its body is there. */
export type HttpAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
};

/** True where sending a request twice does what sending it once does (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'].includes(method);
}
