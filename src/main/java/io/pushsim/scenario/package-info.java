/** Reads scenario files, replays them, compares, reports. */
@NullMarked
package io.pushsim.scenario;

import org.jspecify.annotations.NullMarked;
