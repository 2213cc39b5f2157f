package org.caucus.accounts.passkeys;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All passkeys of a person.
 *
 * @param required whether a mailed code alone is not enough to sign in
 */
public record Keyring(String person, boolean required, List<Passkey> passkeys) {
  /** Passkeys of a person, at most. */
  public static final int MOST = 20;

  static Keyring empty(String person) {
    return new Keyring(person, false, List.of());
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
    return new Keyring(person, required, List.copyOf(all));
  }

  Keyring without(String id) {
    return new Keyring(
        person, required, passkeys.stream().filter(p -> !p.id().equals(id)).toList());
  }

  Keyring changing(String id, UnaryOperator<Passkey> change) {
    return new Keyring(
        person,
        required,
        passkeys.stream().map(p -> p.id().equals(id) ? change.apply(p) : p).toList());
  }

  Keyring requiring(boolean rule) {
    return new Keyring(person, rule, passkeys);
  }

  byte[] write() {
    JsonArray all = new JsonArray();
    passkeys.forEach(p -> all.add(p.write()));
    return new JsonObject()
        .put("person", person)
        .put("required", required)
        .put("passkeys", all)
        .toBuffer()
        .getBytes();
  }

  static Keyring read(JsonObject json) {
    return new Keyring(
        json.getString("person"),
        json.getBoolean("required", false),
        json.getJsonArray("passkeys").stream()
            .map(JsonObject.class::cast)
            .map(Passkey::read)
            .toList());
  }
}
