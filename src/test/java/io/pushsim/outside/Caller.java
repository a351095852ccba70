package io.pushsim.outside;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody in an account and a region for whom the endpoint is the one thing that differs from AWS.
 */
record Caller(URI endpoint, String account, String region) {

  /** This machine's environment with this caller's settings. */
  Map<String, String> environment() {
    Map<String, String> environment = machine();
    environment.put("AWS_ENDPOINT_URL", endpoint.toString());
    environment.put("AWS_ACCESS_KEY_ID", account);
    environment.put("AWS_SECRET_ACCESS_KEY", "any");
    environment.put("AWS_REGION", region);
    environment.put("AWS_DEFAULT_REGION", region);
    return environment;
  }

  /** This machine's environment without what it has of AWS: neither settings nor profiles. */
  static Map<String, String> machine() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment
        .keySet()
        .removeIf(
            name -> name.startsWith("AWS_") || name.toLowerCase(Locale.ROOT).contains("proxy"));
    environment.put("AWS_CONFIG_FILE", "/dev/null");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    environment.put("AWS_PAGER", "");
    return environment;
  }
}
