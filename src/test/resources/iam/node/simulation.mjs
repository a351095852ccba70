import { createValidatedPolicy } from '@cloud-copilot/iam-policy';

// A case of ours as a simulation of @cloud-copilot/iam-simulate.
//
// The resource's account is nobody's, and the caller's own policies allow everything: a caller of
// another account gets what the resource policy gives, and no more.
//
// A policy counts as validated, so that it is decided on as it is; without a name the simulator
// fails at a resource policy.
const EVERYTHING = {
  name: 'everything',
  policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
};

const KINDS = {
  Allowed: 'ALLOWED',
  ExplicitlyDenied: 'EXPLICIT_DENY',
  ImplicitlyDenied: 'IMPLICIT_DENY',
};

export function simulationOf({ policy, principal, action, resource, context }) {
  const anonymous = principal === '';
  return {
    identityPolicies: anonymous ? [] : [EVERYTHING],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy: createValidatedPolicy(policy, () => [], { name: 'resource policy' }),
    request: {
      principal: anonymous ? { type: 'Anonymous' } : principal,
      action,
      resource: { resource, accountId: '999999999999' },
      contextVariables: context,
    },
  };
}

export function kindOf(result) {
  return KINDS[result] ?? `unknown result ${result}`;
}
