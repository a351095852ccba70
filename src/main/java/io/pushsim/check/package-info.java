/**
 * Tests set-ups of S3 and Lambda before AWS does: who may invoke what, which statement says so, and
 * what is wrong.
 */
@NullMarked
package io.pushsim.check;

import org.jspecify.annotations.NullMarked;
