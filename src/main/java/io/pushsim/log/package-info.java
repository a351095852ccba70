/**
 * Keeps what functions logged, by log group and log stream, within bounds: the oldest goes first.
 */
@NullMarked
package io.pushsim.log;

import org.jspecify.annotations.NullMarked;
