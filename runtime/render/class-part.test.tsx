import { Component } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { createStableClass } from './class-part';

/** What evaluating one and the same text gives each time: another class. */
function evaluated(word: string) {
  return class Counter extends Component {
    override state = { n: 1 };
    label() {
      return `${word} ${this.state.n}`;
    }
    override render() {
      if (word === 'broken') throw new Error('broken');
      return <p>{this.label()}</p>;
    }
  };
}

test('the class stays, what is mounted gets the newest methods and keeps its fields', () => {
  const stable = createStableClass(() => {});
  const Stable = stable(evaluated('old')) as unknown as new (props: object) => { state: { n: number }; render(): { props: { children: string } } };
  const mounted = new Stable({});
  mounted.state.n = 5;
  expect(mounted.render().props.children).toBe('old 5');
  expect(stable(evaluated('new'))).toBe(Stable);
  expect(mounted.render().props.children).toBe('new 5');
  expect(new Stable({}).state.n).toBe(1);
});

test('what its render throws leaves what it showed last', () => {
  const onError = vi.fn();
  const stable = createStableClass(onError);
  const Stable = stable(evaluated('good')) as unknown as new (props: object) => { render(): { props: { children: string } } };
  const mounted = new Stable({});
  mounted.render();
  stable(evaluated('broken'));
  expect(mounted.render().props.children).toBe('good 1');
  expect(onError).toHaveBeenCalledOnce();
});

test('React takes it for a class', () => {
  const Stable = createStableClass(() => {})(evaluated('shown'));
  expect(renderToStaticMarkup(<Stable />)).toBe('<p>shown 1</p>');
});
