aws lambda update-alias \
--region us-west-2 \
--function-name helloworld \
--function-version 2 \
--name BETA \
--profile adminuser
