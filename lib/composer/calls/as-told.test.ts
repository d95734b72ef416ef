import { describe, expect, test } from 'vitest';
import { readOpenApi } from '../../connector/openapi';
import { readForm } from './read-form';

const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const body = (properties: object, required: string[] = []) => ({ required: true, content: { 'application/json': { schema: { type: 'object', properties, ...(required.length > 0 && { required }) } } } });
const responses = { 200: { description: 'Done' } };
const STATE = { type: 'string', enum: ['requested', 'confirmed', 'cancelled'] };

const HOTEL = readOpenApi(JSON.stringify({
  openapi: '3.1.0', info: { title: 'Hotel', version: '1' }, servers: [{ url: 'https://hotel.example' }],
  paths: {
    '/guests': { post: { operationId: 'createGuest', summary: 'Add a guest', requestBody: body({ name: { type: 'string' }, email: { type: 'string', format: 'email' }, phone: { type: 'string' }, nights: { type: 'integer' }, vip: { type: 'boolean' } }, ['name']), responses } },
    '/visits': { post: { operationId: 'createVisit', summary: 'Plan a visit', requestBody: body({ guest: { type: 'string' }, arrival: { type: 'string', format: 'date' } }, ['guest']), responses } },
    '/visits/{id}': { patch: { operationId: 'updateVisit', summary: 'Change a visit', parameters: [id], requestBody: body({ state: STATE, priority: { type: 'string', enum: ['low', 'high'] }, note: { type: 'string' } }), responses } },
  },
}), { name: 'hotel' }).binding;

/** The function of the form and its fields, or null. */
function form(prompt: string): string | null {
  const reading = readForm(prompt, [HOTEL]);
  return reading?.block ? `${reading.block.operation}: ${reading.block.fields.map((field) => field.id).join(', ')}${reading.unread.length > 0 ? ` without ${reading.unread.join(', ')}` : ''}` : null;
}

describe('what has happened, and what is to be written of it', () => {
  test.each<[string, string]>([
    ['We have a new guest! Where do I type in their name and phone number?', 'createGuest: name, phone'],
    ['New guest arrived. I need to note down their name, mail and how many nights', 'createGuest: name, email, nights'],
    ['There’s another guest – a place for name and e-mail address', 'createGuest: name, email'],
    ['How do we add a guest with name and nights?', 'createGuest: name, nights'],
    ['Somebody calls: where do I put the arrival of a visit?', 'createVisit: guest, arrival'],
    ['Our first guest came! Let me record their name and shoe size', 'createGuest: name without shoe size'],
  ])('%s', (prompt, expected) => {
    expect(form(prompt)).toBe(expected);
  });
});

describe('what it comes to be, and a list of fields', () => {
  test.each<[string, string]>([
    ['The front desk should be able to enter an arrival as a visit: who comes (guest), the day (arrival)', 'createVisit: guest, arrival'],
    ['let our people record a phone call as a new guest: name, how to reach them (phone)', 'createGuest: name, phone'],
    ['our team has to log a walk-in as a guest (name, nights)', 'createGuest: name, nights'],
    ['staff can report a booking as a visit with guest and arrival', 'createVisit: guest, arrival'],
    ['modify visit: note', 'updateVisit: id, note'],
    ['update visit (state, note)', 'updateVisit: id, state, note'],
    ['edit a visit: priority', 'updateVisit: id, priority'],
    ['change visits: how important it is (priority)', 'updateVisit: id, priority'],
    ['adjust visit details: note', 'updateVisit: id, note'],
  ])('%s', (prompt, expected) => {
    expect(form(prompt)).toBe(expected);
  });
});

describe('a value that is wanted names its field', () => {
  test.each<[string, string]>([
    ['something to set a visit to confirmed or cancelled', 'updateVisit: id, state'],
    ['mark a visit as cancelled, please', 'updateVisit: id, state'],
    ['our people need to switch visits to confirmed', 'updateVisit: id, state'],
    ['let me put a visit on high priority', 'updateVisit: id, priority'],
  ])('%s', (prompt, expected) => {
    expect(form(prompt)).toBe(expected);
  });
});

describe('what is only looked at gets no form', () => {
  test.each(['visits that are cancelled', 'how many visits are confirmed?', 'move the visits to the top', 'a new chart. Where do I see the guests?', 'where do guests come from', 'set the width to half', 'change visits: bars by state', 'show guests as a list', 'report the visits as a table'])('%s', (prompt) => {
    expect(form(prompt)).toBeNull();
  });
});
