/**
 * A pushsim that runs elsewhere, as the target of a load: pushed at by its webhook, and followed.
 */
@NullMarked
package io.pushsim.load.remote;

import org.jspecify.annotations.NullMarked;
