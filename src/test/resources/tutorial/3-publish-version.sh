aws lambda publish-version \
--region us-west-2 \
--function-name helloworld \
--profile adminuser
