import * as z from 'zod';
import {
  type CreateDocumentOptions,
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
} from 'zod-openapi';
import { BurstPageView, BurstsQuery, BurstView } from './burst.ts';
import { CheckView, HashtagCheckRequest } from './check.ts';
import { EventListView, EventsQuery, EventsRequest } from './event.ts';
import { HealthView } from './health.ts';
import { IngestLine, IngestReceipt } from './ingest.ts';
import { Problem } from './problem.ts';
import { ShadowPeriodView, ShadowQuery } from './shadow.ts';
import { SourceListView } from './source.ts';
import { PostsCheckRequest } from './submitted-post.ts';
import { WatchChange, WatchesQuery, WatchPageView, WatchRequest, WatchView } from './watch.ts';

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const ANY_FAULT = { default: problem('Any other fault') };
const NOT_MODIFIED = { '304': { description: 'Unchanged since the ETag of If-None-Match' } };
const MALFORMED = { '400': problem('Which field is wrong, and what it should be') };
const UNKNOWN = { '404': problem('There is none of this id') };
const NOT_JSON = { '415': problem('The body is not application/json') };

const watchId = z.object({
  watchId: z
    .string()
    .meta({ description: 'URL-encoded', example: 'mastodon:election@mastodon.social' }),
});
const burstId = z.object({
  burstId: z.string().meta({ description: 'URL-encoded: it holds a slash' }),
});
const checkId = z.object({ checkId: z.string() });

const listWatches: ZodOpenApiOperationObject = {
  operationId: 'listWatches',
  summary: 'Hashtags under observation',
  requestParams: { query: WatchesQuery },
  responses: { '200': json('By id', WatchPageView), ...NOT_MODIFIED, ...MALFORMED, ...ANY_FAULT },
};

const addWatch: ZodOpenApiOperationObject = {
  operationId: 'addWatch',
  summary: 'Watch a hashtag',
  requestBody: body(WatchRequest),
  responses: {
    '201': json('It is watched from now on', WatchView),
    '200': json('It was watched already, and is unchanged', WatchView),
    ...MALFORMED,
    ...NOT_JSON,
    ...ANY_FAULT,
  },
};

const showWatch: ZodOpenApiOperationObject = {
  operationId: 'showWatch',
  requestParams: { path: watchId },
  summary: 'One watch',
  responses: { '200': json('The watch', WatchView), ...NOT_MODIFIED, ...UNKNOWN, ...ANY_FAULT },
};

const changeWatch: ZodOpenApiOperationObject = {
  operationId: 'changeWatch',
  requestParams: { path: watchId },
  summary: 'Pause or resume a watch',
  requestBody: body(WatchChange),
  responses: {
    '200': json('The watch as it is now', WatchView),
    ...MALFORMED,
    ...UNKNOWN,
    '409': problem('Somebody else changed it at the same time: try again'),
    ...NOT_JSON,
    ...ANY_FAULT,
  },
};

const removeWatch: ZodOpenApiOperationObject = {
  operationId: 'removeWatch',
  requestParams: { path: watchId },
  summary: 'End a watch; its bursts stay on record',
  responses: { '204': { description: 'It is gone' }, ...UNKNOWN, ...ANY_FAULT },
};

const listBursts: ZodOpenApiOperationObject = {
  operationId: 'listBursts',
  summary: 'Bursts, newest first',
  description: 'Of the last 30 days unless from and to say otherwise.',
  requestParams: { query: BurstsQuery },
  responses: { '200': json('A page', BurstPageView), ...NOT_MODIFIED, ...MALFORMED, ...ANY_FAULT },
};

const showBurst: ZodOpenApiOperationObject = {
  operationId: 'showBurst',
  requestParams: { path: burstId },
  summary: 'One burst with its evidence',
  responses: { '200': json('The burst', BurstView), ...NOT_MODIFIED, ...UNKNOWN, ...ANY_FAULT },
};

const compareVersions: ZodOpenApiOperationObject = {
  operationId: 'compareVersions',
  summary: 'Bursts by what the thresholds in force and a candidate beside them say',
  description: 'Of the last 30 days unless from and to say otherwise.',
  requestParams: { query: ShadowQuery },
  responses: {
    '200': json('Counts, with examples', ShadowPeriodView),
    ...NOT_MODIFIED,
    ...MALFORMED,
    ...ANY_FAULT,
  },
};

const startCheck: ZodOpenApiOperationObject = {
  operationId: 'startCheck',
  summary: 'Judge a hashtag, or posts that come along, on demand',
  description:
    'A hashtag is read from its source in the background: ask again at Location. Posts are judged at once and not kept.',
  requestBody: body(z.union([HashtagCheckRequest, PostsCheckRequest])),
  responses: {
    '202': json('In line', CheckView),
    '201': json('Judged', CheckView),
    ...MALFORMED,
    '413': problem('The body is larger than 5 MB'),
    ...NOT_JSON,
    ...ANY_FAULT,
  },
};

const showCheck: ZodOpenApiOperationObject = {
  operationId: 'showCheck',
  requestParams: { path: checkId },
  summary: 'How far a check got, and its verdict',
  responses: { '200': json('The check', CheckView), ...NOT_MODIFIED, ...UNKNOWN, ...ANY_FAULT },
};

const listSources: ZodOpenApiOperationObject = {
  operationId: 'listSources',
  summary: 'What each source can tell here, what it costs, and why one is off',
  responses: { '200': json('All that there are', SourceListView), ...NOT_MODIFIED, ...ANY_FAULT },
};

const listEvents: ZodOpenApiOperationObject = {
  operationId: 'listEvents',
  summary: 'Known events, earliest first',
  description: 'From yesterday for 15 days unless from and to say otherwise; 92 days at most.',
  requestParams: { query: EventsQuery },
  responses: {
    '200': json('The calendar', EventListView),
    ...NOT_MODIFIED,
    ...MALFORMED,
    ...ANY_FAULT,
  },
};

const keepEvents: ZodOpenApiOperationObject = {
  operationId: 'keepEvents',
  summary: 'Add known events to the calendar; one that is there is replaced',
  requestBody: body(EventsRequest),
  responses: {
    '201': json('As they are kept', EventListView),
    ...MALFORMED,
    '409': problem('Somebody else changed the calendar at the same time: try again'),
    ...NOT_JSON,
    ...ANY_FAULT,
  },
};

const removeEvent: ZodOpenApiOperationObject = {
  operationId: 'removeEvent',
  requestParams: { path: z.object({ eventId: z.string() }) },
  summary: 'Take an event out of the calendar',
  responses: { '204': { description: 'It is gone' }, ...UNKNOWN, ...ANY_FAULT },
};

const handIn: ZodOpenApiOperationObject = {
  operationId: 'handIn',
  summary: 'Posts from a partner, JSON lines',
  description:
    'Each line is a post or a word on how far all posts have been handed in; an empty batch says ' +
    'that there was nothing new. Handing in again what was handed in changes nothing. At most ' +
    '5,000 lines, 4 MB and 2,000 hashtags a batch; 60 batches and 60,000 lines a minute.',
  security: [{ partner: [] }],
  requestBody: { required: true, content: { 'application/x-ndjson': { schema: IngestLine } } },
  responses: {
    '200': json('What became of each line', IngestReceipt),
    '400': problem('No line can be read: each is told'),
    '401': problem('The token is nobody’s'),
    '413': problem('More than a batch may hold: split it'),
    '415': problem('The body is not application/x-ndjson'),
    '429': problem('More than a minute may hold: Retry-After says when to go on'),
    '503': problem('No partner is known here'),
    ...ANY_FAULT,
  },
};

const showHealth: ZodOpenApiOperationObject = {
  operationId: 'showHealth',
  summary: 'Whether the monitor answers, and its clock',
  security: [],
  responses: { '200': json('It does', HealthView), ...ANY_FAULT },
};

const showOpenapi: ZodOpenApiOperationObject = {
  operationId: 'showOpenapi',
  summary: 'This document',
  responses: { '200': { description: 'OpenAPI 3.1' }, ...NOT_MODIFIED },
};

const DOCUMENT: ZodOpenApiObject = {
  openapi: '3.1.0',
  info: {
    title: 'Turfwatch',
    version: '1',
    description:
      'Tells whether the burst of a hashtag looks organic or coordinated, why, and how sure it is. ' +
      'A verdict speaks of coordination; posts cannot show payment.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        bearerFormat: 'JWT',
        description: 'In the cloud. Embedded, the API listens on loopback only and asks for none.',
      },
      partner: {
        type: 'http',
        scheme: 'bearer',
        description: 'The token of a partner; `turfwatch token` makes one.',
      },
    },
  },
  paths: {
    '/v1/watches': { get: listWatches, post: addWatch },
    '/v1/watches/{watchId}': {
      get: showWatch,
      patch: changeWatch,
      delete: removeWatch,
    },
    '/v1/bursts': { get: listBursts },
    '/v1/bursts/{burstId}': { get: showBurst },
    '/v1/events': { get: listEvents, post: keepEvents },
    '/v1/events/{eventId}': { delete: removeEvent },
    '/v1/shadow': { get: compareVersions },
    '/v1/checks': { post: startCheck },
    '/v1/checks/{checkId}': { get: showCheck },
    '/v1/sources': { get: listSources },
    '/v1/ingest': { post: handIn },
    '/v1/health': { get: showHealth },
    '/v1/openapi.json': { get: showOpenapi },
  },
};

/** The format says it; the pattern, two lines long, only says it again. */
const dropDatePattern: CreateDocumentOptions['override'] = ({ jsonSchema }) => {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
};

/** The API's description, made from the very schemas that check requests and that the dashboard parses with. */
export function openapiDocument() {
  return createDocument(DOCUMENT, { override: dropDatePattern });
}
