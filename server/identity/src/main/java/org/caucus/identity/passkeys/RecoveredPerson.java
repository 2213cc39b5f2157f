package org.caucus.identity.passkeys;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was let in without a passkey. Passkeys of before open nothing until they are kept.
 *
 * @param at when
 * @param number what their browser shows
 * @param proved numbers of other browsers in which a mailed code was typed since; null for who was
 *     let in before passkeys lapsed by that
 * @param kept ids of passkeys of before that were used in the browser that was let in
 * @param undone when somebody began to undo it, last: not all has been ended yet; null if nobody
 *     did
 */
record RecoveredPerson(
    Instant at,
    String number,
    @Nullable List<String> proved,
    List<String> kept,
    @Nullable Instant undone) {
  private static final String AT = "recovered";
  private static final String NUMBER = "number";
  private static final String PROVED = "proved";
  private static final String KEPT = "kept";
  private static final String UNDONE = "undone";

  /** How long it can be undone, and workspaces that did not give their word stay closed. */
  static final Duration WAITS = Duration.ofDays(3);

  static RecoveredPerson of(Instant at, String number) {
    return new RecoveredPerson(at, number, List.of(), List.of(), null);
  }

  /** Whether a passkey lapsed by it. */
  boolean lapses(Passkey passkey) {
    return proved != null && passkey.created().isBefore(at) && !kept.contains(passkey.id());
  }

  /** Whether a mailed code was typed in the browser with this number, other than theirs. */
  boolean isProvedIn(String browser) {
    return proved != null && proved.contains(browser);
  }

  RecoveredPerson proving(String browser) {
    return proved == null || proved.contains(browser) || browser.equals(number)
        ? this
        : new RecoveredPerson(at, number, PersonPasskeys.newest(proved, browser), kept, undone);
  }

  RecoveredPerson keeping(String passkey) {
    return new RecoveredPerson(at, number, proved, PersonPasskeys.newest(kept, passkey), undone);
  }

  /** Undone from now on, also where it was begun before: others leave that alone for a while. */
  RecoveredPerson undoing(Instant since) {
    return new RecoveredPerson(at, number, proved, kept, since);
  }

  /** Whether it is the same that somebody was let in, whatever became of it since. */
  boolean isSameAs(@Nullable RecoveredPerson other) {
    return other != null && at.equals(other.at) && number.equals(other.number);
  }

  boolean waits(Instant now) {
    return now.isBefore(at.plus(WAITS));
  }

  void write(JsonObject json) {
    json.put(AT, at.toEpochMilli()).put(NUMBER, number).put(KEPT, new JsonArray(kept));
    if (proved != null) {
      json.put(PROVED, new JsonArray(proved));
    }
    if (undone != null) {
      json.put(UNDONE, undone.toEpochMilli());
    }
  }

  static @Nullable RecoveredPerson read(JsonObject json) {
    Long at = json.getLong(AT);
    return at == null
        ? null
        : new RecoveredPerson(
            Instant.ofEpochMilli(at),
            json.getString(NUMBER),
            json.containsKey(PROVED) ? PersonPasskeys.texts(json, PROVED) : null,
            PersonPasskeys.texts(json, KEPT),
            moment(json.getLong(UNDONE)));
  }

  private static @Nullable Instant moment(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
