/**
 * Runs handlers that mean harm against a served simulator, beside a neighbour that must not notice.
 */
@NullMarked
package io.pushsim.hostile;

import org.jspecify.annotations.NullMarked;
