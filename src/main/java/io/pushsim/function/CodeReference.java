package io.pushsim.function;

/**
 * Names a deployment package without holding it.
 *
 * @param codeSha256 base64 of the zip file's SHA-256
 * @param codeSize the zip file's size in bytes
 */
public record CodeReference(String codeSha256, long codeSize) {}
