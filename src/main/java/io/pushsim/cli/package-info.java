/** The commands, and the simulator that wires the rooms together. */
@NullMarked
package io.pushsim.cli;

import org.jspecify.annotations.NullMarked;
