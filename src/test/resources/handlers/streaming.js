//! invoke {}
//! error {"errorType":"Error","errorMessage":"pushsim does not simulate response streaming (awslambda.streamifyResponse) yet","trace":["Error: pushsim does not simulate response streaming (awslambda.streamifyResponse) yet"]}
//! log undefined ERROR Uncaught Exception \t{"errorType":"Error","errorMessage":"pushsim does not simulate response streaming (awslambda.streamifyResponse) yet","stack":["Error: pushsim does not simulate response streaming (awslambda.streamifyResponse) yet"]}
exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write('one');
  stream.end();
});
