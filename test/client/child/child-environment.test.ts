import { expect, test } from 'vitest';
import { childEnvironment } from '../../../client/child/child-environment.ts';

test('what the editor set for itself is not handed on', () => {
  const own = {
    PATH: '/bin',
    NODE_OPTIONS: '--inspect',
    Node_Options: '--inspect',
    VSCODE_PID: '1',
    vscode_cwd: '/',
    ELECTRON_RUN_AS_NODE: undefined,
  };
  expect(childEnvironment(own, {})).toEqual({ PATH: '/bin', ELECTRON_RUN_AS_NODE: '1' });
});

test('a kept secret wins over one of the environment', () => {
  const given = childEnvironment({ PISTEVO_MASK_KEY: 'old' }, { PISTEVO_MASK_KEY: 'new' });
  expect(given['PISTEVO_MASK_KEY']).toBe('new');
});
