/** The specification of a small help desk: what its functions write is in their schemas. */

const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer' } };
const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });
const done = { '200': { description: 'Done', content: { 'application/json': { schema: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } } } } };
const PRIORITY = { type: 'string', enum: ['low', 'normal', 'high', 'urgent'] };
const PLAN = { type: 'string', enum: ['free', 'team', 'company'] };

export const DESK = {
  openapi: '3.1.0',
  info: { title: 'Desk', version: '1' },
  servers: [{ url: 'https://desk.example' }],
  paths: {
    '/tickets': {
      get: { operationId: 'listTickets', summary: 'Tickets, newest first', responses: done },
      post: {
        operationId: 'createTicket',
        summary: 'Open a new ticket',
        requestBody: body({ type: 'object', required: ['subject', 'priority'], properties: { subject: { type: 'string', minLength: 1 }, description: { type: 'string' }, priority: PRIORITY, dueDate: { type: 'string', format: 'date' }, customerId: { type: 'integer' } } }),
        responses: done,
      },
    },
    '/tickets/{id}': {
      patch: { operationId: 'updateTicket', summary: 'Change a ticket', parameters: [id], requestBody: body({ type: 'object', properties: { status: { type: 'string', enum: ['open', 'waiting', 'closed'] }, priority: PRIORITY, assignee: { type: 'string' } } }), responses: done },
    },
    '/customers': {
      post: {
        operationId: 'createCustomer',
        summary: 'Add a customer',
        requestBody: body({ type: 'object', required: ['name', 'email'], properties: { name: { type: 'string' }, email: { type: 'string', format: 'email' }, plan: PLAN, seats: { type: 'integer', minimum: 1 }, newsletter: { type: 'boolean' } } }),
        responses: done,
      },
    },
    '/customers/{id}': {
      patch: { operationId: 'updateCustomer', summary: 'Change a customer', parameters: [id], requestBody: body({ type: 'object', properties: { name: { type: 'string' }, email: { type: 'string', format: 'email' }, plan: PLAN, seats: { type: 'integer' } } }), responses: done },
      delete: { operationId: 'deleteCustomer', summary: 'Remove a customer', parameters: [id], responses: done },
    },
  },
};
