import { suite } from '../support/suite.ts';
import { languageTests } from './language-tests.ts';
import { lookingTests } from './looking-tests.ts';
import { runningTests } from './running-tests.ts';

/** Everything that a trusted folder with a project gives. */
export const run = suite([...languageTests, ...runningTests, ...lookingTests]);
