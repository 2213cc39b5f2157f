package org.caucus.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as logs keep it, beside the English words that it had then: they may be worded anew.
 *
 * @param values in the order of their names
 */
public record StoredMessage(String code, List<Value> values) {
  private static final String WITHIN = "/";

  /**
   * A value in it.
   *
   * @param name those of a message within have its name and a slash before theirs; its code is the
   *     one called {@code name/}
   * @param value a number is written in digits
   */
  public record Value(String name, String value) {}

  /** A copy that nobody else can change. */
  public StoredMessage {
    values = List.copyOf(values);
  }

  /** As it is kept. */
  public static StoredMessage of(Message message) {
    List<Value> values = new ArrayList<>();
    put(values, "", message);
    values.sort(Comparator.comparing(Value::name));
    return new StoredMessage(message.code(), values);
  }

  private static void put(List<Value> values, String before, Message message) {
    message
        .arguments()
        .forEach(
            (name, value) -> {
              if (value instanceof Message within) {
                values.add(new Value(before + name + WITHIN, within.code()));
                put(values, before + name + WITHIN, within);
              } else {
                values.add(new Value(before + name, value.toString()));
              }
            });
  }

  /** The message that was kept; its numbers are texts of digits. */
  public Message message() {
    return message(code, "");
  }

  private Message message(String named, String before) {
    Map<String, Object> arguments = new HashMap<>();
    for (Value value : values) {
      String key = value.name();
      String name = key.startsWith(before) ? key.substring(before.length()) : "";
      int slash = name.indexOf(WITHIN);
      if (slash < 0 && !name.isEmpty()) {
        arguments.put(name, value.value());
      } else if (slash >= 0 && slash == name.length() - 1) {
        arguments.put(name.substring(0, slash), message(value.value(), key));
      }
    }
    return new Message(named, arguments);
  }
}
