import { commandNames, commandOf, REFUSALS, type CommandName, type RefusalCode } from '@tegerek/contracts';
import { z } from 'zod';

/** Refusals that any command may meet. */
const GENERAL: RefusalCode[] = ['request.invalid', 'request.too-large', 'request.too-deep', 'request.not-found', 'request.id-reused', 'request.too-many', 'session.origin', 'server.busy', 'server.full', 'server.fault'];

/** OpenAPI 3.1 description of the command door, derived from the registry: nothing is written down twice. */
export function openApi(): object {
  const paths = Object.fromEntries(commandNames.filter((name) => !commandOf(name).system).map((name) => [`/api/commands/${name}`, { post: operation(name) }]));
  return { openapi: '3.1.0', info: { title: 'Tegerek', version: '1', description: 'One envelope per command; the same over the socket. Rules: docs/protocol.md.' }, paths };
}

function operation(name: CommandName): object {
  const { payload, refusals, lane } = commandOf(name);
  const envelope = {
    type: 'object', additionalProperties: false, required: ['id', 'space', 'payload'],
    properties: {
      id: { type: 'string', format: 'uuid' }, name: { const: name }, space: { type: 'string', format: 'uuid' },
      payload: z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }), expect: { type: 'object', properties: { rev: { type: 'integer' } } },
    },
  };
  return { operationId: name, tags: [lane], requestBody: { required: true, content: { 'application/json': { schema: envelope } } }, responses: { 200: { description: 'done and committed' }, ...refused([...refusals, ...GENERAL]) } };
}

/** One response per status, naming its codes. */
function refused(codes: readonly RefusalCode[]): Record<string, object> {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of new Set(codes)) byStatus.set(REFUSALS[code], [...(byStatus.get(REFUSALS[code]) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, named]) => [String(status), { description: named.join(', ') }]));
}
