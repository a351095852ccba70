/**
 * Runs one version's JavaScript in an execution environment, and reports result, error, logs,
 * duration.
 */
@NullMarked
package io.pushsim.runtime;

import org.jspecify.annotations.NullMarked;
