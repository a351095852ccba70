// semver
const semver = require('semver');
const satisfies = require('semver/functions/satisfies');

exports.handler = async (event) => {
  const sorted = semver.sort([...event.versions]);
  console.log(sorted, semver.maxSatisfying(sorted, '^1.2'));
  return {
    sorted, coerced: semver.coerce('v3.4-beta').version, bumped: semver.inc('1.2.3', 'prerelease', 'rc'), range: new semver.Range('~1.2 || >=3 <4').range,
    satisfies: satisfies('1.3.0-rc.1', '>=1.3.0-0', { includePrerelease: true }), diff: semver.diff('1.0.0', '2.0.0-a'), invalid: semver.valid('nope'),
    order: semver.compareBuild('1.0.0+b', '1.0.0+a'),
  };
};
