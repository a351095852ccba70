/** CloudWatch Logs' JSON protocol, as far as logs are read by it. */
@NullMarked
package io.pushsim.api.logs;

import org.jspecify.annotations.NullMarked;
