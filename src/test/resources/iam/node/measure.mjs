// Reads cases, one JSON object a line. Takes as many as asked for of those that the simulator's own
// entry decides, and prints their places, from 0. Then, for each line on stdin, makes decisions for
// some seconds of processor time and prints how many it made in each: "runSimulation", "runSimulation, raw policy" for
// the same with a policy that each call reads and validates, as the simulator's README gives it, or
// "runUnsafeSimulation" for the entry that checks nothing.
//
// Arguments: file, cases, seconds.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { validateResourcePolicy, createValidatedPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { kindOf, simulationOf } from './simulation.mjs';

const [file, count, seconds] = process.argv.slice(2);
const places = [];
const simulations = [];
const raw = [];
const entries = {
  runSimulation: [runSimulation, simulations],
  'runSimulation, raw policy': [runSimulation, raw],
  runUnsafeSimulation: [runUnsafeSimulation, simulations],
};
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
for (let place = 0; place < lines.length && places.length < Number(count); place++) {
  const given = JSON.parse(lines[place]);
  const simulation = checked(given);
  const unread = { ...simulation, resourcePolicy: given.policy };
  if ((await isDecided(simulation)) && (await isDecided(unread))) {
    places.push(place);
    simulations.push(simulation);
    raw.push(unread);
  }
}
console.log(places.join(' '));
for await (const entry of createInterface({ input: process.stdin })) {
  console.log(await rate(...entries[entry]));
}

// The policy is checked beforehand, once.
function checked(given) {
  const simulation = simulationOf(given);
  const name = { name: 'resource policy' };
  simulation.resourcePolicy = createValidatedPolicy(given.policy, validateResourcePolicy, name);
  return simulation;
}

async function isDecided(simulation) {
  return (await runSimulation(simulation, {})).resultType === 'single';
}

async function rate(decide, simulations) {
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
