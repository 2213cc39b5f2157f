package org.caucus.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People who have lost all passkeys and asked to be let in by a code. Implemented by {@code
 * accounts}.
 */
public interface RecoveryRequests {
  /**
   * Somebody who reads this person's mail asked.
   *
   * @param at when they last did
   * @param until when the request has run out
   * @param numbers what the browsers show in which it was asked: eight digits each, and nobody else
   *     learns them
   * @param words the numbers of the browsers that are let in, by who gave their word
   * @param entered whether they were let in, and workspaces may still wait
   */
  record Asked(
      String person,
      Instant at,
      Instant until,
      List<String> numbers,
      Map<String, String> words,
      boolean entered) {
    /** Whether one of these browsers shows this number, however it was typed. */
    public boolean shows(String typed) {
      return numbers.contains(digits(typed));
    }

    /** Whether the browser with this number is let in. */
    public boolean admits(String typed) {
      return words.containsValue(digits(typed));
    }

    /** Whether this workspace gave its word for the browser with this number. */
    public boolean isBy(String workspace, String typed) {
      return digits(typed).equals(words.get(workspace));
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

  /** In place of a workspace: the word of those who run the server holds in all of them. */
  String EVERYWHERE = "*";

  /**
   * The workspaces of a person. One opens to who was let in again by the word of its own convenors,
   * or a while later. Implemented by {@code workspace}.
   */
  interface Workspaces {
    /** There are none. */
    Workspaces NONE =
        new Workspaces() {
          @Override
          public Future<Void> await(String person, Set<String> gave, Instant until) {
            return Future.succeededFuture();
          }

          @Override
          public Future<Void> callOff(String person, Instant until) {
            return Future.succeededFuture();
          }
        };

    /** All but those that gave their word are closed to this person until then. */
    Future<Void> await(String person, Set<String> gave, Instant until);

    /** Nobody waits until then any more; who waits until another moment was let in by another. */
    Future<Void> callOff(String person, Instant until);
  }

  /** The open request of a person; for a while also that of who was let in by it. */
  Future<Optional<Asked>> of(String person);

  /**
   * Counts that somebody typed a number that a browser shows, at all nodes together.
   *
   * @param by the person who did
   * @return how many seconds to wait if it is one too many, else 0
   */
  Future<Long> typed(String person, String by);

  /**
   * Somebody who may say so says that it is them whose browser shows this number; false if there is
   * none that asks.
   *
   * @param workspace whose convenor that is, or {@link #EVERYWHERE}
   */
  Future<Boolean> confirm(String person, String workspace, String number);
}
