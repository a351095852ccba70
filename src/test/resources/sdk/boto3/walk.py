"""Walks through the core of Lambda, S3 and STS with boto3 and prints what came of each step as one JSON object.

Nothing is configured here: endpoint, credentials and region are in the environment. one.zip and two.zip, the function's two packages, lie in the
working folder.
"""

import base64
import json

import boto3
from botocore.exceptions import ClientError

ACCOUNT = "111111111111"
NAME = "walked"
BUCKET = "walked-bucket"
ALIAS_ARN = f"arn:aws:lambda:us-west-2:{ACCOUNT}:function:{NAME}:"

functions = boto3.client("lambda")
s3 = boto3.client("s3")


def package(name):
    with open(name, "rb") as file:
        return file.read()


def refused(call, **parameters):
    """The error that a call ends with; one without a class of its own in the API model is 'unmodelled'."""
    try:
        call(**parameters)
    except ClientError as error:
        details = error.response["Error"]
        name = type(error).__name__
        answer = {
            "class": "unmodelled" if name == "ClientError" else name,
            "code": details["Code"],
            "status": error.response["ResponseMetadata"]["HTTPStatusCode"],
            "message": details["Message"],
        }
        for extra in ("ArgumentName1", "ArgumentValue1", "BucketName"):
            if extra in details:
                answer[extra] = details[extra]
        return answer
    raise AssertionError(f"{call.__name__} was not refused")


def invoked(**parameters):
    answer = functions.invoke(FunctionName=NAME, **parameters)
    log = base64.b64decode(answer.get("LogResult", "")).decode()
    return {
        "status": answer["StatusCode"],
        "version": answer.get("ExecutedVersion"),
        "error": answer.get("FunctionError"),
        "payload": answer["Payload"].read().decode(),
        "logged": [line.split("\t")[3] for line in log.splitlines() if "\tINFO\t" in line],
    }


def notification(alias):
    return {
        "Bucket": BUCKET,
        "NotificationConfiguration": {
            "LambdaFunctionConfigurations": [
                {
                    "Id": "to-" + alias,
                    "LambdaFunctionArn": ALIAS_ARN + alias,
                    "Events": ["s3:ObjectCreated:*"],
                    "Filter": {"Key": {"FilterRules": [{"Name": "suffix", "Value": "é +&.jpg"}]}},
                }
            ]
        },
    }


def walk():
    yield "caller", boto3.client("sts").get_caller_identity()["Account"]
    create = {
        "FunctionName": NAME,
        "Runtime": "nodejs22.x",
        "Role": f"arn:aws:iam::{ACCOUNT}:role/any",
        "Handler": "index.handler",
        "Code": {"ZipFile": package("one.zip")},
        "Environment": {"Variables": {"GREETING": "hello, Grüße"}},
        "Tags": {"team": "a"},
    }
    created = functions.create_function(**create)
    yield "created", [created[key] for key in ("FunctionArn", "Version", "State", "Environment")]
    functions.get_waiter("function_active_v2").wait(FunctionName=NAME)
    yield "active", functions.get_function(FunctionName=NAME)["Configuration"]["State"]
    yield "existing", refused(functions.create_function, **create)
    yield "published", functions.publish_version(FunctionName=NAME)["Version"]
    functions.update_function_code(FunctionName=NAME, ZipFile=package("two.zip"))
    functions.get_waiter("function_updated_v2").wait(FunctionName=NAME)
    yield "publishedNext", functions.publish_version(FunctionName=NAME)["Version"]
    for alias, version in (("PROD", "1"), ("BETA", "2")):
        functions.create_alias(FunctionName=NAME, Name=alias, FunctionVersion=version)
    weights = {"AdditionalVersionWeights": {"1": 0.25}}
    canary = functions.create_alias(FunctionName=NAME, Name="CANARY", FunctionVersion="2", RoutingConfig=weights)
    yield "weights", canary["RoutingConfig"]
    pages = functions.get_paginator("list_aliases").paginate(FunctionName=NAME, PaginationConfig={"PageSize": 1})
    yield "aliases", {alias["Name"]: alias["FunctionVersion"] for page in pages for alias in page["Aliases"]}
    yield "staleRevision", refused(
        functions.update_alias, FunctionName=NAME, Name="PROD", RevisionId="00000000-0000-0000-0000-000000000000"
    )

    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
    yield "region", s3.head_bucket(Bucket=BUCKET)["BucketRegion"]
    put = s3.put_bucket_notification_configuration
    yield "beforeGrant", refused(put, **notification("PROD"))
    yield "noPolicy", refused(functions.get_policy, FunctionName=NAME, Qualifier="PROD")
    granted = functions.add_permission(
        FunctionName=NAME,
        Qualifier="PROD",
        StatementId="1",
        Principal="s3.amazonaws.com",
        Action="lambda:InvokeFunction",
        SourceArn="arn:aws:s3:::" + BUCKET,
        SourceAccount=ACCOUNT,
    )
    yield "granted", json.loads(granted["Statement"])
    put(**notification("PROD"))
    yield "otherAlias", refused(put, **notification("BETA"))
    configuration = s3.get_bucket_notification_configuration(Bucket=BUCKET)
    yield "configuration", configuration["LambdaFunctionConfigurations"]
    yield "noBucket", refused(s3.get_bucket_notification_configuration, Bucket="nowhere-at-all")
    yield "sameBucket", refused(
        s3.create_bucket, Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "us-west-2"}
    )

    yield "prod", invoked(Qualifier="PROD", Payload=json.dumps({"name": "é"}), LogType="Tail")
    yield "beta", invoked(Qualifier="BETA", Payload=json.dumps({"name": "b"}), LogType="Tail")
    thrown = invoked(Payload=json.dumps({"fail": True}))
    yield "thrown", [thrown["status"], thrown["error"], json.loads(thrown["payload"])["errorType"]]
    yield "dryRun", invoked(InvocationType="DryRun")
    yield "asEvent", invoked(InvocationType="Event", Payload="{}")
    yield "missingAlias", refused(functions.invoke, FunctionName=NAME, Qualifier="NONE")
    yield "badPayload", refused(functions.invoke, FunctionName=NAME, Payload="{")["code"]
    yield "badRuntime", refused(functions.update_function_configuration, FunctionName=NAME, Runtime="cobol")["code"]
    yield "badPackage", refused(functions.update_function_code, FunctionName=NAME, ZipFile=b"no zip")
    yield "badName", refused(functions.get_function, FunctionName="no!")["code"]
    yield "notSimulated", refused(functions.create_function_url_config, FunctionName=NAME, AuthType="NONE")

    functions.delete_function(FunctionName=NAME)
    s3.delete_bucket(Bucket=BUCKET)
    yield "deleted", refused(functions.get_function, FunctionName=NAME)


print(json.dumps(dict(walk()), indent=2, ensure_ascii=False))
