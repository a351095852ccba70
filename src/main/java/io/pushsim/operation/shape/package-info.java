/**
 * The shapes of requests: records whose components say what AWS's API model says of a parameter, so
 * that one description reads a request, checks it as AWS does, and prints its JSON Schema.
 */
@NullMarked
package io.pushsim.operation.shape;

import org.jspecify.annotations.NullMarked;
