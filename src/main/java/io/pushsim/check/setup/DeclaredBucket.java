package io.pushsim.check.setup;

/**
 * A bucket.
 *
 * @param owner the account that owns it, 12 digits
 * @param region where it is
 */
public record DeclaredBucket(Text name, Text owner, Text region, Origin origin) {}
