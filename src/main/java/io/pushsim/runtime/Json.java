package io.pushsim.runtime;

/** The little JSON that this room writes itself. */
final class Json {
  private Json() {}

  static String string(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (character < 0x20) {
            json.append("\\u%04x".formatted((int) character));
          } else {
            json.append(character);
          }
        }
      }
    }
    return json.append('"').toString();
  }

  /** An error's body in the order in which Lambda itself writes it. */
  static String error(String errorType, String errorMessage) {
    return "{\"errorType\":"
        + string(errorType)
        + ",\"errorMessage\":"
        + string(errorMessage)
        + "}";
  }
}
