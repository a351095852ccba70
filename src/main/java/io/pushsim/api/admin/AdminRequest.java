package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;

/**
 * A request for one of pushsim's own paths.
 *
 * @param name the path's variable part, decoded; empty where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record AdminRequest(Exchange exchange, String name, QueryParameters query, byte[] body) {}
