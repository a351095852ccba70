package io.pushsim.outside;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody in an account and a region for whom the endpoint is the one thing that differs from AWS.
 */
record Caller(URI endpoint, String account, String region) {

  /** This machine's environment without its own AWS settings, and with this caller's. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).contains("proxy"));
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_ACCESS_KEY_ID", account);
    environment.put("AWS_SECRET_ACCESS_KEY", "any");
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    // Not this machine's own profiles.
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    return environment;
  }
}
