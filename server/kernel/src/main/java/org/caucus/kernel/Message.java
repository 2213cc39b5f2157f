package org.caucus.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sentence that is said to people: a stable code, and the values in it by their names. The code
 * is a key of a catalogue, which has the words in each language; programs look at the code alone.
 * Codes and the names of values are promises: they are never given another meaning.
 *
 * @param arguments each a text, a whole number or another message, by its name
 */
public record Message(String code, Map<String, Object> arguments) {
  /** Keeps what is no number and no message as text. */
  public Message {
    Map<String, Object> kept = new LinkedHashMap<>();
    arguments.forEach((name, value) -> kept.put(name, kept(value)));
    arguments = Collections.unmodifiableMap(kept);
  }

  private static Object kept(Object value) {
    boolean isNumber = value instanceof Integer || value instanceof Long;
    return isNumber || value instanceof Message ? value : String.valueOf(value);
  }

  /** A sentence without values. */
  public static Message of(String code) {
    return new Message(code, Map.of());
  }

  /** A sentence with one value. */
  public static Message of(String code, String name, Object value) {
    return of(code).with(name, value);
  }

  /** A sentence with two values. */
  public static Message of(
      String code, String name, Object value, String secondName, Object secondValue) {
    return of(code).with(name, value).with(secondName, secondValue);
  }

  /** A sentence with three values. */
  public static Message of(
      String code,
      String name,
      Object value,
      String secondName,
      Object secondValue,
      String thirdName,
      Object thirdValue) {
    return of(code, name, value, secondName, secondValue).with(thirdName, thirdValue);
  }

  /** The same with one value more. */
  public Message with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(arguments);
    more.put(name, value);
    return new Message(code, more);
  }

  /** The sentence in English, from the catalogue as it is now. */
  public String english() {
    return MessageRenderer.INSTALLED.english(this);
  }

  /** The same, for logs and tests. */
  @Override
  public String toString() {
    return english();
  }
}
