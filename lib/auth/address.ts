/** Who asks, as the server knows it (scripts/serve.ts): by the connection, or by a proxy that is trusted. Whatever a request brings by this name is overwritten. */
export const ADDRESS_HEADER = 'x-vitrine-address';
