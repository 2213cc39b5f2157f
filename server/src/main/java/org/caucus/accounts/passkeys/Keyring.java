package org.caucus.accounts.passkeys;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All passkeys of a person.
 *
 * @param required whether a mailed code alone is not enough to sign in
 * @param lost somebody who reads the person's mail asked to be let in without; null if nobody did
 */
public record Keyring(
    String person, boolean required, List<Passkey> passkeys, @Nullable Lost lost) {
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
   * @param confirmed the one of them that is let in; null until somebody has said that it is theirs
   */
  record Lost(Instant asked, List<String> numbers, @Nullable String confirmed) {
    Lost with(String number, Instant at) {
      List<String> all = new ArrayList<>(numbers);
      all.add(number);
      return new Lost(
          at, List.copyOf(all.subList(Math.max(0, all.size() - ASKING), all.size())), confirmed);
    }
  }

  static Keyring empty(String person) {
    return new Keyring(person, false, List.of(), null);
  }

  /** Whether there is one that still gets in. */
  public boolean opens() {
    return passkeys.stream().anyMatch(p -> !p.stopped());
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

  Keyring with(Passkey more) {
    List<Passkey> all = new ArrayList<>(passkeys);
    all.add(more);
    return new Keyring(person, required, List.copyOf(all), lost);
  }

  Keyring without(String id) {
    return new Keyring(
        person, required, passkeys.stream().filter(p -> !p.id().equals(id)).toList(), lost);
  }

  Keyring changing(String id, UnaryOperator<Passkey> change) {
    return new Keyring(
        person,
        required,
        passkeys.stream().map(p -> p.id().equals(id) ? change.apply(p) : p).toList(),
        lost);
  }

  Keyring requiring(boolean rule) {
    return new Keyring(person, rule, passkeys, lost);
  }

  Keyring asking(@Nullable Lost request) {
    return new Keyring(person, required, passkeys, request);
  }

  Keyring confirmed(String number) {
    return lost == null ? this : asking(new Lost(lost.asked(), lost.numbers(), number));
  }

  byte[] write() {
    JsonArray all = new JsonArray();
    passkeys.forEach(p -> all.add(p.write()));
    JsonObject json =
        new JsonObject().put("person", person).put("required", required).put("passkeys", all);
    if (lost != null) {
      json.put("asked", lost.asked().toEpochMilli())
          .put(NUMBERS, new JsonArray(lost.numbers()))
          .put("confirmed", lost.confirmed());
    }
    return json.toBuffer().getBytes();
  }

  static Keyring read(JsonObject json) {
    Long asked = json.getLong("asked");
    return new Keyring(
        json.getString("person"),
        json.getBoolean("required", false),
        json.getJsonArray("passkeys").stream()
            .map(JsonObject.class::cast)
            .map(Passkey::read)
            .toList(),
        asked == null
            ? null
            : new Lost(
                Instant.ofEpochMilli(asked),
                // of before they were bound to a browser, none: they ask once more
                json.getJsonArray(NUMBERS, new JsonArray()).stream()
                    .map(String.class::cast)
                    .toList(),
                json.getString("confirmed")));
  }
}
