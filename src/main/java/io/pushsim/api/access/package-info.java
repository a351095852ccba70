/**
 * Who calls and whether the request may come in: signatures, credentials, foreign hosts, the
 * webhook's token.
 */
@NullMarked
package io.pushsim.api.access;

import org.jspecify.annotations.NullMarked;
