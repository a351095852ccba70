package io.pushsim.api.access;

import java.util.ArrayList;
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

  /** These and one more, unless there is one of this id. */
  public AccessKeys with(String id, String secret, String account) {
    List<AccessKey> more = new ArrayList<>(byId.values());
    if (!byId.containsKey(id)) {
      more.add(new AccessKey(id, secret, Optional.empty(), account));
    }
    return new AccessKeys(more);
  }

  Optional<AccessKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }
}
