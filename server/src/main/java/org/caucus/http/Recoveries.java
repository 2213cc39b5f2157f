package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People who have lost all passkeys and asked to be let in by a code. Implemented by {@code
 * accounts}.
 */
public interface Recoveries {
  /**
   * Somebody who reads this person's mail asked.
   *
   * @param at when they last did
   * @param until when the request has run out
   * @param numbers what the browsers show in which it was asked: eight digits each, and nobody else
   *     learns them
   * @param confirmed the number of the browser that is let in; null if none is
   */
  record Asked(
      String person, Instant at, Instant until, List<String> numbers, @Nullable String confirmed) {
    /** Whether one of these browsers shows this number, however it was typed. */
    public boolean shows(String typed) {
      return numbers.contains(digits(typed));
    }

    /** Whether the browser with this number is let in. */
    public boolean admits(String typed) {
      return digits(typed).equals(confirmed);
    }
  }

  /** A number as it was typed, in whatever script, with spaces or without. */
  static String digits(String typed) {
    return typed
        .codePoints()
        .filter(Character::isDigit)
        .mapToObj(c -> Integer.toString(Character.digit(c, 10)))
        .collect(Collectors.joining());
  }

  /** The open request of a person. */
  Future<Optional<Asked>> of(String person);

  /**
   * Somebody who may say so says that it is them whose browser shows this number; false if there is
   * none that asks.
   */
  Future<Boolean> confirm(String person, String by, String number);
}
