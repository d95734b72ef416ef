/** How a chart stands on its page: how high, and whether the page already has its name. */
export type Standing = { tall: boolean; named: boolean };

/** What its card is told of that. */
export function standingAttributes({ tall, named }: Standing): string[] {
  return [...(named ? ['untitled'] : []), ...(tall ? ['tall'] : [])];
}
