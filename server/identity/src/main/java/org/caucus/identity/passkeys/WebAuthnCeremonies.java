package org.caucus.identity.passkeys;

import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.webauthn4j.Attestation;
import io.vertx.ext.auth.webauthn4j.Authenticator;
import io.vertx.ext.auth.webauthn4j.COSEAlgorithm;
import io.vertx.ext.auth.webauthn4j.CredentialStorage;
import io.vertx.ext.auth.webauthn4j.RelyingParty;
import io.vertx.ext.auth.webauthn4j.ResidentKey;
import io.vertx.ext.auth.webauthn4j.UserVerification;
import io.vertx.ext.auth.webauthn4j.WebAuthn4J;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JCredentials;
import io.vertx.ext.auth.webauthn4j.WebAuthn4JOptions;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two ceremonies of Web Authentication (Level 3, sections 7.1 and 7.2), checked by the library:
 * origin, relying party, challenge, user verification, signature and counter. Passkeys are
 * discoverable, so nobody types who they are; no attestation is asked for, since a coalition has no
 * business knowing who made its members' phones.
 */
public final class WebAuthnCeremonies {
  private static final String CREATE = "webauthn.create";
  private static final String GET = "webauthn.get";
  private static final String EXTENSIONS = "extensions";
  private static final String PLACE = "response";

  private final URI baseUrl;
  private final WebAuthn4J creating;
  private final WebAuthn4J asserting;

  /** The counter of a passkey went back. */
  static final class WentBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WentBack() {
      super("the counter of a passkey went back", null, false, false);
    }
  }

  /** Ceremonies of the site at this address, for the passkeys that are kept there. */
  public WebAuthnCeremonies(Vertx vertx, URI baseUrl, Passkeys passkeys) {
    this.baseUrl = baseUrl;
    this.creating = WebAuthn4J.create(vertx, options(baseUrl)).credentialStorage(new Nothing());
    this.asserting =
        WebAuthn4J.create(vertx, options(baseUrl)).credentialStorage(new Kept(passkeys));
  }

  private static WebAuthn4JOptions options(URI baseUrl) {
    return new WebAuthn4JOptions()
        .setRelyingParty(new RelyingParty().setName("Caucus").setId(baseUrl.getHost()))
        .setAttestation(Attestation.NONE)
        .setResidentKey(ResidentKey.REQUIRED)
        .setUserVerification(UserVerification.REQUIRED)
        .setUserPresenceRequired(true)
        .setTimeoutInMilliseconds(PasskeyChallenges.LIFETIME.toMillis())
        .setPubKeyCredParams(
            List.of(COSEAlgorithm.ES256, COSEAlgorithm.EdDSA, COSEAlgorithm.RS256));
  }

  /** What {@code navigator.credentials.create()} takes. */
  Future<JsonObject> creation(String name, String address, String handle, PersonPasskeys ring) {
    return creating
        .createCredentialsOptions(new JsonObject().put("name", address).put("displayName", name))
        .map(
            options -> {
              options.getJsonObject("user").put("id", handle);
              JsonArray known = new JsonArray();
              ring.passkeys()
                  .forEach(
                      p ->
                          known.add(
                              new JsonObject()
                                  .put("type", "public-key")
                                  .put("id", p.credential())));
              options.remove(EXTENSIONS);
              return options.put("excludeCredentials", known);
            });
  }

  /** What {@code navigator.credentials.get()} takes, for any person. */
  Future<JsonObject> request() {
    return asserting
        .getCredentialsOptions(null)
        .map(
            options -> {
              options.remove(EXTENSIONS); // of an older level, and known to no browser
              return options;
            });
  }

  /** A credential that was just made: {@code credID}, {@code publicKey}, {@code counter}. */
  Future<JsonObject> created(JsonObject credential, String challenge) {
    // the library wants a name, and keeps it nowhere
    return checked(creating, CREATE, credential, challenge, "me");
  }

  /** The credential that signed, with its new counter; {@link WentBack} if that went back. */
  Future<JsonObject> signed(JsonObject credential, String challenge) {
    return checked(asserting, GET, credential, challenge, null)
        .recover(e -> Future.failedFuture(wentBack(e) ? new WentBack() : e));
  }

  private Future<JsonObject> checked(
      WebAuthn4J library,
      String type,
      JsonObject credential,
      String challenge,
      @Nullable String name) {
    JsonObject client = clientOf(credential);
    if (!type.equals(client.getValue("type"))) {
      return Future.failedFuture("another ceremony");
    }
    if (Boolean.TRUE.equals(client.getValue("crossOrigin")) || client.containsKey("topOrigin")) {
      // we frame nobody, and nobody frames us
      return Future.failedFuture("another site");
    }
    return library
        .authenticate(
            new WebAuthn4JCredentials()
                .setUsername(name)
                .setOrigin(baseUrl.toString())
                .setDomain(baseUrl.getHost())
                .setChallenge(challenge)
                .setWebauthn(credential))
        .map(user -> user.principal());
  }

  /** What the browser says of the ceremony, before the library believes it. */
  private static JsonObject clientOf(JsonObject credential) {
    try {
      String data = credential.getJsonObject(PLACE).getString("clientDataJSON");
      return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(data)));
    } catch (IllegalArgumentException | DecodeException e) {
      return new JsonObject();
    }
  }

  private static boolean wentBack(Throwable error) {
    Throwable at = error;
    while (at != null && !(at instanceof MaliciousCounterValueException)) {
      at = at.getCause();
    }
    return at != null;
  }

  /** While one is made, there is nothing to find, and nothing is kept yet. */
  private static final class Nothing implements CredentialStorage {
    @Override
    public Future<List<Authenticator>> find(@Nullable String person, @Nullable String credential) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<Void> storeCredential(Authenticator made) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> updateCounter(Authenticator used) {
      return Future.failedFuture("nothing was found");
    }
  }

  /** What signs in is found; who keeps the counter is the person who asked. */
  private record Kept(Passkeys passkeys) implements CredentialStorage {
    @Override
    public Future<List<Authenticator>> find(@Nullable String person, @Nullable String credential) {
      if (credential == null) {
        return Future.succeededFuture(List.of());
      }
      return passkeys
          .holding(credential)
          .map(
              ring ->
                  ring.flatMap(r -> r.byCredential(credential)).stream()
                      .filter(p -> !p.stopped())
                      .map(Kept::shown)
                      .toList());
    }

    private static Authenticator shown(Passkey passkey) {
      return new Authenticator()
          .setCredID(passkey.credential())
          .setPublicKey(passkey.publicKey())
          .setAaguid(passkey.aaguid())
          .setCounter(passkey.counter());
    }

    @Override
    public Future<Void> storeCredential(Authenticator made) {
      return Future.failedFuture("nothing is made while signing in");
    }

    @Override
    public Future<Void> updateCounter(Authenticator used) {
      return Future.succeededFuture();
    }
  }
}
