/**
 * The journal: operations, accepted events and deliveries, in the order in which they became true.
 */
@NullMarked
package io.pushsim.journal;

import org.jspecify.annotations.NullMarked;
