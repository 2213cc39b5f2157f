package org.caucus.identity.passkeys;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All passkeys of a person.
 *
 * @param required whether a mailed code alone is not enough to sign in
 * @param lost somebody who reads the person's mail asked to be let in without; null if nobody did
 * @param recovered somebody was let in so; null if nobody was
 */
public record PersonPasskeys(
    String person,
    boolean required,
    List<Passkey> passkeys,
    @Nullable Lost lost,
    @Nullable RecoveredPerson recovered) {
  private static final String NUMBERS = "numbers";

  /** Passkeys of a person, at most. */
  public static final int MOST = 20;

  /**
   * Browsers that may ask for one person, at most; of more, the one that asked first is dropped.
   */
  static final int ASKING = 200;

  /**
   * A request to be let in without a passkey.
   *
   * @param asked when a browser last asked anew
   * @param numbers what the browsers show that ask
   * @param words those of them that are let in, by the workspace that gave its word
   */
  record Lost(Instant asked, List<String> numbers, Map<String, String> words) {
    Lost with(String number, Instant at) {
      return new Lost(at, newest(numbers, number), words);
    }

    Lost confirmed(String workspace, String number) {
      Map<String, String> all = new HashMap<>(words);
      all.values().removeIf(other -> !other.equals(number)); // the last word counts
      all.put(workspace, number);
      return new Lost(asked, numbers, Map.copyOf(all));
    }
  }

  static List<String> newest(List<String> some, String more) {
    List<String> all = new ArrayList<>(some);
    all.add(more);
    return List.copyOf(all.subList(Math.max(0, all.size() - ASKING), all.size()));
  }

  static PersonPasskeys empty(String person) {
    return new PersonPasskeys(person, false, List.of(), null, null);
  }

  /** Whether there is one that still gets in. */
  public boolean opens() {
    return passkeys.stream().anyMatch(p -> !p.stopped() && !isLapsed(p));
  }

  /** Whether it opens nothing, since somebody was let in without it. */
  boolean isLapsed(Passkey passkey) {
    return recovered != null && recovered.lapses(passkey);
  }

  /** How the person can prove who they are. */
  List<String> ways() {
    if (required) {
      return List.of("passkey");
    }
    return opens() ? List.of("passkey", "code") : List.of("code");
  }

  Optional<Passkey> byId(String id) {
    return passkeys.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  Optional<Passkey> byCredential(String credential) {
    return passkeys.stream().filter(p -> p.credential().equals(credential)).findFirst();
  }

  PersonPasskeys with(Passkey more) {
    List<Passkey> all = new ArrayList<>(passkeys);
    all.add(more);
    return new PersonPasskeys(person, required, List.copyOf(all), lost, recovered);
  }

  PersonPasskeys without(String id) {
    return new PersonPasskeys(
        person,
        required,
        passkeys.stream().filter(p -> !p.id().equals(id)).toList(),
        lost,
        recovered);
  }

  PersonPasskeys changing(String id, UnaryOperator<Passkey> change) {
    return new PersonPasskeys(
        person,
        required,
        passkeys.stream().map(p -> p.id().equals(id) ? change.apply(p) : p).toList(),
        lost,
        recovered);
  }

  PersonPasskeys requiring(boolean rule) {
    return new PersonPasskeys(person, rule, passkeys, lost, recovered);
  }

  PersonPasskeys asking(@Nullable Lost request) {
    return new PersonPasskeys(person, required, passkeys, request, recovered);
  }

  PersonPasskeys confirmed(String workspace, String number) {
    return lost == null ? this : asking(lost.confirmed(workspace, number));
  }

  /** A code was enough for the browser with this number, and is from now on. */
  PersonPasskeys recovered(Instant at, String number) {
    return new PersonPasskeys(person, false, passkeys, null, RecoveredPerson.of(at, number));
  }

  /** A mailed code was typed in the browser with this number. */
  PersonPasskeys proving(String number) {
    return recovered == null ? this : entered(recovered.proving(number));
  }

  /** This passkey of before stays. */
  PersonPasskeys keeping(Passkey passkey) {
    return recovered == null ? this : entered(recovered.keeping(passkey.id()));
  }

  private PersonPasskeys entered(RecoveredPerson by) {
    return new PersonPasskeys(person, required, passkeys, lost, by);
  }

  /** It is done with that somebody was let in: what lapsed by it is gone. */
  PersonPasskeys agreed() {
    List<Passkey> left = passkeys.stream().filter(p -> !isLapsed(p)).toList();
    return new PersonPasskeys(person, required, left, lost, null);
  }

  /** As it was before somebody was let in; that they were is kept until {@link #settled}. */
  PersonPasskeys calledOff(Instant now) {
    RecoveredPerson by = recovered;
    List<Passkey> before =
        passkeys.stream().filter(p -> by == null || p.created().isBefore(by.at())).toList();
    return new PersonPasskeys(person, true, before, null, by == null ? null : by.undoing(now));
  }

  /** Since when it is being undone that somebody was let in; null if it is not. */
  @Nullable Instant undone() {
    return recovered == null ? null : recovered.undone();
  }

  /** Whether undoing it takes longer than it should: who began it last may be gone. */
  boolean isUndoingLate(Instant now) {
    Instant since = undone();
    return since != null && !now.isBefore(since.plus(Passkeys.UNDOING));
  }

  /** It is done with that somebody was let in, if nobody was since. */
  PersonPasskeys settled(@Nullable RecoveredPerson by) {
    return by != null && by.isSameAs(recovered)
        ? new PersonPasskeys(person, required, passkeys, lost, null)
        : this;
  }

  /** Whether some workspaces are still closed to who was let in. */
  public boolean waits(Instant now) {
    return recovered != null && recovered.waits(now);
  }

  /** Whether this passkey was there before somebody was let in, and speaks against that. */
  boolean speaks(Passkey passkey, Instant now) {
    return recovered != null
        && waits(now)
        && passkey.created().isBefore(recovered.at())
        && !recovered.kept().contains(passkey.id());
  }

  byte[] write() {
    JsonArray all = new JsonArray();
    passkeys.forEach(p -> all.add(p.write()));
    JsonObject json =
        new JsonObject().put("person", person).put("required", required).put("passkeys", all);
    if (lost != null) {
      json.put("asked", lost.asked().toEpochMilli())
          .put(NUMBERS, new JsonArray(lost.numbers()))
          .put("words", JsonObject.mapFrom(lost.words()));
    }
    if (recovered != null) {
      recovered.write(json);
    }
    return json.toBuffer().getBytes();
  }

  static PersonPasskeys read(JsonObject json) {
    Long asked = json.getLong("asked");
    return new PersonPasskeys(
        json.getString("person"),
        json.getBoolean("required", false),
        json.getJsonArray("passkeys").stream()
            .map(JsonObject.class::cast)
            .map(Passkey::read)
            .toList(),
        asked == null ? null : lost(json, Instant.ofEpochMilli(asked)),
        RecoveredPerson.read(json));
  }

  /**
   * Of before numbers were bound to a browser, or words to a workspace, none: they ask once more.
   */
  private static Lost lost(JsonObject json, Instant asked) {
    List<String> numbers = texts(json, NUMBERS);
    Map<String, String> words = new HashMap<>();
    json.getJsonObject("words", new JsonObject())
        .forEach(word -> words.put(word.getKey(), String.valueOf(word.getValue())));
    return new Lost(asked, numbers, Map.copyOf(words));
  }

  static List<String> texts(JsonObject json, String field) {
    return json.getJsonArray(field, new JsonArray()).stream().map(String.class::cast).toList();
  }
}
