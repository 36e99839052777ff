import { findJava, findMaven, javaMajor } from './java';

it('javaMajor › reads every spelling of the version', () => {
  expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17);
  expect(javaMajor('Picked up JAVA_TOOL_OPTIONS: -Xss1m\nopenjdk version "21" 2023-09-19')).toBe(21);
  expect(javaMajor('java version "1.8.0_392"')).toBe(8);
  expect(javaMajor('The operation could not be completed: unable to locate a Java Runtime')).toBe(0);
});

it('nothing on the PATH › nothing found, no crash', async () => {
  await expect(findJava({ PATH: '', JAVA_HOME: '/nowhere' })).resolves.toBeUndefined();
  await expect(findMaven({ PATH: '' })).resolves.toBeUndefined();
});
