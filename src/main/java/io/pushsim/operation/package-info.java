/**
 * The AWS operations by name, each a request record, a handler and a response record, in one table.
 */
@NullMarked
package io.pushsim.operation;

import org.jspecify.annotations.NullMarked;
