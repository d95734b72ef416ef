import { graphql } from './graphql';
import { http } from './http';
import { mcp } from './mcp';
import { mysql } from './mysql';
import { openApi } from './openapi';
import { postgres } from './postgres';
import { sqlite } from './sqlite';

/** Every kind of connection that a person can add. */
export const KINDS = { openapi: openApi, graphql, mcp, http, postgres, mysql, sqlite };

export type KindName = keyof typeof KINDS;

/** What a card shows of its own kind. */
export type KindCard = { [Kind in KindName]: ReturnType<(typeof KINDS)[Kind]['card']> }[KindName];

/** What is sent to add one. */
export type NewConnection = { [Kind in KindName]: { kind: Kind } & ReturnType<(typeof KINDS)[Kind]['given']['parse']> }[KindName];

/** What is sent to change one, beside the effects of its functions. */
export type KindChange = { [Kind in KindName]: ReturnType<(typeof KINDS)[Kind]['change']['parse']> }[KindName];
