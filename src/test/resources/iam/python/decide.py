"""Reads cases, one JSON object a line, and prints MiniStack's decision on each, one a line."""
import json
import sys

from ministack.core.iam_evaluator import EvalContext, evaluate_resource_policy

KINDS = {"Allow": "ALLOWED", "Deny": "EXPLICIT_DENY", "ImplicitDeny": "IMPLICIT_DENY"}


def decide(case):
    principal = case["principal"]
    service = None if principal.startswith("arn:") else principal
    # The keys that have a place of their own; all others are the service's.
    context = {key.lower(): value for key, value in case["context"].items()}
    asked = EvalContext(
        principal_arn="" if service is not None else principal,
        principal_type="User",
        principal_account=context.get("aws:principalaccount"),
        action=case["action"],
        resource_arn=case["resource"],
        region="",
        source_ip=context.get("aws:sourceip"),
        tag_keys=None,  # those of the service's keys
        service_context=context,
    )
    return KINDS[evaluate_resource_policy(case["policy"], asked, service or None).decision]


with open(sys.argv[1], encoding="utf-8") as cases:
    for line in cases:
        try:
            print(decide(json.loads(line)))
        except Exception as e:  # The test wants to know of it.
            print("error", repr(e))
