/** SQS's JSON protocol. */
@NullMarked
package io.pushsim.api.sqs;

import org.jspecify.annotations.NullMarked;
