// Reads cases, one JSON object a line. Takes as many as asked for of those that the simulator's own
// entry decides, and prints their places, from 0. Then, for each line on stdin, makes decisions for
// some seconds of processor time and prints how many it made in each: "runSimulation", or "runUnsafeSimulation" for
// the entry that checks nothing.
//
// Arguments: file, cases, seconds.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { validateResourcePolicy, createValidatedPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { kindOf, simulationOf } from './simulation.mjs';

const [file, count, seconds] = process.argv.slice(2);
const entries = { runSimulation, runUnsafeSimulation };
const places = [];
const simulations = [];
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
for (let place = 0; place < lines.length && places.length < Number(count); place++) {
  const simulation = checked(JSON.parse(lines[place]));
  if ((await runSimulation(simulation, {})).resultType === 'single') {
    places.push(place);
    simulations.push(simulation);
  }
}
console.log(places.join(' '));
for await (const entry of createInterface({ input: process.stdin })) {
  console.log(await rate(entries[entry]));
}

// The policy is checked beforehand, once.
function checked(given) {
  const simulation = simulationOf(given);
  const name = { name: 'resource policy' };
  simulation.resourcePolicy = createValidatedPolicy(given.policy, validateResourcePolicy, name);
  return simulation;
}

async function rate(decide) {
  const start = process.cpuUsage();
  let decided = 0;
  let used = 0;
  while (used < Number(seconds)) {
    for (const simulation of simulations) {
      await decide(simulation, {});
    }
    decided += simulations.length;
    const { user, system } = process.cpuUsage(start);
    used = (user + system) / 1e6;
  }
  return decided / used;
}
