/** Percent-encodes everything but RFC 3986's unreserved signs. Half of a surrogate pair becomes the replacement sign. */
export function percent(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The same for a query's value that may keep reserved signs (`allowReserved`), but for those that would end the value or that
 * a query may not hold: `&`, `#`, `+`, `[`, `]`.
 */
export function percentReserved(text: string): string {
  return percent(text).replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B|3D)/g, decodeURIComponent);
}

/** As forms are written: a space is a plus. */
export function percentForm(text: string): string {
  return percent(text).replaceAll('%20', '+');
}
