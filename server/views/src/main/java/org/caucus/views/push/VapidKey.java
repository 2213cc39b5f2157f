package org.caucus.views.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * A key by which push services know this installation (VAPID, RFC 8292).
 *
 * @param publicKey as browsers take it ({@code applicationServerKey}), in base64url
 * @param secret the private key
 * @param created when it was made
 */
record VapidKey(String publicKey, ECPrivateKey secret, Instant created) {
  /** So long a token is good; a day is the most that a push service takes. */
  static final Duration LIFE = Duration.ofHours(12);

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  static VapidKey fresh(Instant now) {
    KeyPair pair = P256.pair();
    String point = URL.encodeToString(P256.point((ECPublicKey) pair.getPublic()));
    return new VapidKey(point, (ECPrivateKey) pair.getPrivate(), now);
  }

  /**
   * What a push service is told about who sends: a token for it alone, and the key.
   *
   * @param contact where its operator reaches ours: an address of this installation
   */
  String authorization(URI endpoint, String contact, Instant now) {
    return "vapid t=" + token(endpoint, contact, now) + ", k=" + publicKey;
  }

  private String token(URI endpoint, String contact, Instant now) {
    JsonObject head = new JsonObject().put("typ", "JWT").put("alg", "ES256");
    JsonObject claims =
        new JsonObject()
            .put("aud", origin(endpoint))
            .put("exp", now.plus(LIFE).getEpochSecond())
            .put("sub", contact);
    String signed = part(head.encode()) + "." + part(claims.encode());
    return signed + "." + URL.encodeToString(signature(signed));
  }

  /** The push service's origin (RFC 6454): without its usual port. */
  static String origin(URI endpoint) {
    String host = endpoint.getScheme() + "://" + endpoint.getHost().toLowerCase(Locale.ROOT);
    boolean usual = endpoint.getPort() < 0 || endpoint.getPort() == 443;
    return usual ? host : host + ":" + endpoint.getPort();
  }

  private static String part(String json) {
    return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature(String text) {
    try {
      Signature signing = Signature.getInstance("SHA256withECDSAinP1363Format");
      signing.initSign(secret);
      signing.update(text.getBytes(StandardCharsets.US_ASCII));
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs by ES256", e);
    }
  }

  byte[] write() {
    return new JsonObject()
        .put("public", publicKey)
        .put("secret", URL.encodeToString(P256.number(secret)))
        .put("created", created.toString())
        .toBuffer()
        .getBytes();
  }

  static VapidKey read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    try {
      return new VapidKey(
          json.getString("public"),
          P256.secret(Base64.getUrlDecoder().decode(json.getString("secret"))),
          Instant.parse(json.getString("created")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a push key cannot be read", e);
    }
  }
}
