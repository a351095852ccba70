package io.pushsim.api.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that callers may sign with; read them with {@link CredentialsFile}. */
public final class AccessKeys {
  private final Map<String, AccessKey> byId;

  AccessKeys(List<AccessKey> keys) {
    byId = new HashMap<>();
    keys.forEach(key -> byId.put(key.id(), key));
  }

  Optional<AccessKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }
}
