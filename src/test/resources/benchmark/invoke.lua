-- Requests with the tutorial's event, signed in form.
wrk.headers["Authorization"] = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261126/us-east-1/lambda/aws4_request, "
  .. "SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
wrk.headers["X-Amz-Date"] = "20261126T100000Z"
wrk.headers["Content-Type"] = "application/json"
wrk.method = "POST"
wrk.body = '{"key1":"value1","key2":"value2","key3":"value3"}'
