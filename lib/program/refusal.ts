/** A refusal in words for a person, with the HTTP status that fits. What else is known about it stays on the server. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}
