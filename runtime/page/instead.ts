import { prevent } from '../lock/native';

/** As they are before generated code, which would be handed what a click does. */
const { setTimeout: inAMoment } = globalThis;
const { defineProperty } = Object;

/**
 * Takes an event's default action over: the browser won't do it, `act` does, unless the program prevents it. The program
 * doesn't notice, which matters to components that do nothing once an event was prevented.
 */
export function actInstead(event: Event, act: () => void): void {
  let isPrevented = false;
  prevent(event);
  defineProperty(event, 'defaultPrevented', { get: () => isPrevented, configurable: true });
  defineProperty(event, 'preventDefault', { value: () => (isPrevented = true), configurable: true });
  // After every listener: this one was the first to hear of it.
  inAMoment(() => {
    if (!isPrevented) act();
  });
}
