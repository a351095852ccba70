/** CloudWatch Logs' filter patterns: terms, and conditions on JSON. */
@NullMarked
package io.pushsim.api.logs.pattern;

import org.jspecify.annotations.NullMarked;
