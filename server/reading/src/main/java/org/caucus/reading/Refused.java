package org.caucus.reading;

import java.util.LinkedHashMap;
import java.util.Map;

/** A document that is not read. The code is a key of the server's catalogue of refusals. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Object> arguments;

  private Refused(String code, Map<String, Object> arguments) {
    super(code, null, false, false);
    this.arguments = arguments;
  }

  static Refused because(String code) {
    return new Refused(code, Map.of());
  }

  static Refused because(String code, String name, Object value) {
    return new Refused(code, Map.of(name, value));
  }

  static Refused because(
      String code, String name, Object value, String secondName, Object secondValue) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(name, value);
    arguments.put(secondName, secondValue);
    return new Refused(code, arguments);
  }

  String code() {
    return String.valueOf(getMessage());
  }

  Map<String, Object> arguments() {
    return arguments;
  }
}
