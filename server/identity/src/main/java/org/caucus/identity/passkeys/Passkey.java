package org.caucus.identity.passkeys;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as it is kept: nothing of it is secret to whom it belongs, and nothing in it signs.
 *
 * @param id what the API calls it; random
 * @param credential the authenticator's id for it, base64url
 * @param publicKey COSE key (RFC 9052 section 7), base64url
 * @param counter of signatures, as the authenticator last said; 0 where it does not count
 * @param stopped whether its counter went back: then there may be a copy, and neither gets in
 */
public record Passkey(
    String id,
    String name,
    String credential,
    String publicKey,
    String aaguid,
    long counter,
    Instant created,
    @Nullable Instant used,
    boolean stopped) {

  Passkey named(String other) {
    return new Passkey(id, other, credential, publicKey, aaguid, counter, created, used, stopped);
  }

  /**
   * Used once more; a counter that did not go on says that there may be a copy, unless it {@link
   * #mayBeLate}: then it is left as it is.
   *
   * @param asked when what it signed was asked for
   */
  Passkey counted(long count, Instant asked, Instant now) {
    if (goesOn(count)) {
      return new Passkey(id, name, credential, publicKey, aaguid, count, created, now, stopped);
    }
    return mayBeLate(asked) ? this : stop();
  }

  /** Whether a signature with this counter is the next one. */
  boolean goesOn(long count) {
    return count > counter || (count == 0 && counter == 0);
  }

  /**
   * Whether what was asked for then may have been signed before the last use, and came after it: of
   * two that sign in at the same time the one with the lower counter may arrive second.
   */
  boolean mayBeLate(Instant asked) {
    return used != null && asked.isBefore(used);
  }

  Passkey stop() {
    return new Passkey(id, name, credential, publicKey, aaguid, counter, created, used, true);
  }

  JsonObject write() {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("name", name)
            .put("credential", credential)
            .put("publicKey", publicKey)
            .put("aaguid", aaguid)
            .put("counter", counter)
            .put("created", created.toEpochMilli())
            .put("stopped", stopped);
    if (used != null) {
      json.put("used", used.toEpochMilli());
    }
    return json;
  }

  static Passkey read(JsonObject json) {
    Long used = json.getLong("used");
    return new Passkey(
        json.getString("id"),
        json.getString("name"),
        json.getString("credential"),
        json.getString("publicKey"),
        json.getString("aaguid"),
        Objects.requireNonNull(json.getLong("counter")),
        Instant.ofEpochMilli(json.getLong("created")),
        used == null ? null : Instant.ofEpochMilli(used),
        json.getBoolean("stopped", false));
  }
}
