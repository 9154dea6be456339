import { expect, it } from 'vitest';
import { findJava, majorOf } from '../../../engine/spark/find-java.ts';

it.each([
  ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17],
  ['java version "1.8.0_412"\n', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', null],
])('reads the version in %j', (text, major) => {
  expect(majorOf(text)).toBe(major);
});

it('says that none is there where JAVA_HOME leads nowhere', async () => {
  expect(await findJava({ JAVA_HOME: '/nowhere' })).toEqual({ program: '/nowhere/bin/java', major: null });
});
