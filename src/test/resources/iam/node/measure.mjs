// Reads cases, one JSON object a line. Takes as many as asked for of those that the simulator's own
// entry decides; prints their places, from 0, and then how many decisions a second it makes of them
// in each of so many rounds, after one to warm up: by that entry, and by the one that checks
// nothing.
//
// Arguments: file, cases, rounds, seconds of a round.
import { readFileSync } from 'node:fs';
import { validateResourcePolicy, createValidatedPolicy } from '@cloud-copilot/iam-policy';
import { runSimulation, runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { kindOf, simulationOf } from './simulation.mjs';

const [file, count, rounds, seconds] = process.argv.slice(2);
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
console.log((await rates(async (simulation) => runSimulation(simulation, {}))).join(' '));
console.log((await rates((simulation) => runUnsafeSimulation(simulation, {}))).join(' '));

// The policy is checked beforehand, once.
function checked(given) {
  const simulation = simulationOf(given);
  const name = { name: 'resource policy' };
  simulation.resourcePolicy = createValidatedPolicy(given.policy, validateResourcePolicy, name);
  return simulation;
}

async function rates(decide) {
  const measured = [];
  for (let round = 0; round <= Number(rounds); round++) {
    const start = performance.now();
    const end = start + 1000 * Number(seconds);
    let decided = 0;
    while (performance.now() < end) {
      for (const simulation of simulations) {
        await decide(simulation);
      }
      decided += simulations.length;
    }
    measured.push((1000 * decided) / (performance.now() - start));
  }
  return measured.slice(1);
}
