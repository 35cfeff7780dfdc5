// Two charts compared as a script would do it: read by js-yaml, compared by microdiff. The first
// argument is the folder that npm installed them in.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");

const [folder, ...paths] = process.argv.slice(2);
const installed = createRequire(`${folder}/`);
const yaml = installed("js-yaml");
const microdiff = installed("microdiff").default;

const keyed = (section) =>
  Array.isArray(section) ? Object.fromEntries(section.map((item, at) => [item.id ?? at, item])) : section;

const read = (path) => {
  const chart = yaml.load(readFileSync(path, "utf8"));
  return Object.fromEntries(Object.entries(chart).map(([name, section]) => [name, keyed(section)]));
};

if (paths.length === 2) {
  const [base, revision] = paths.map(read);
  for (const change of microdiff(base, revision)) console.log(JSON.stringify(change));
}
