import { describe, expect, it } from '@jest/globals';
import { commandNames, commandOf } from '@tegerek/contracts';
import { openApi } from './openapi.js';

describe('the OpenAPI description', () => {
  const { paths } = openApi() as { paths: Record<string, { post: { requestBody: { content: Record<string, { schema: { properties: { payload: { type?: string; additionalProperties?: boolean } } } }> }; responses: Record<string, { description: string }> } }> };

  it('has every command that may come from outside, with a strict payload', () => {
    const expected = commandNames.filter((name) => !commandOf(name).system).map((name) => `/api/commands/${name}`);
    expect(Object.keys(paths)).toEqual(expected);
    for (const path of expected) expect(paths[path]?.post.requestBody.content['application/json']?.schema.properties.payload).toMatchObject({ type: 'object', additionalProperties: false });
  });

  it('names the refusals of a command under their status', () => {
    expect(paths['/api/commands/ballot.cast']?.post.responses['410']?.description).toBe('ballot.not-counted');
  });
});
