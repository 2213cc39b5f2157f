package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/**
 * A passkey without a device: makes one credential for one site and signs with it (Web
 * Authentication, Level 3), ES256, no attestation.
 */
final class SoftwareKey {
  private static final int PRESENT_AND_VERIFIED = 0x05;
  private static final int WITH_CREDENTIAL = 0x40;
  private static final int COORDINATE_BYTES = 32;

  private final URI site;
  private final KeyPair pair;
  private final byte[] id = UUID.randomUUID().toString().substring(0, 16).getBytes(UTF_8);
  private String owner = "";
  private int counter;
  private boolean elsewhere;

  /** For the site that browsers find there. */
  SoftwareKey(URI site) throws GeneralSecurityException {
    this.site = site;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    pair = generator.generateKeyPair();
  }

  /** What {@code navigator.credentials.create()} gives for these options. */
  JsonObject made(JsonObject options) throws GeneralSecurityException {
    owner = options.getJsonObject("user").getString("id");
    byte[] client = client("webauthn.create", options);
    ByteArrayOutputStream attested = new ByteArrayOutputStream();
    attested.writeBytes(data(PRESENT_AND_VERIFIED | WITH_CREDENTIAL));
    attested.writeBytes(new byte[16]);
    attested.writeBytes(new byte[] {0, (byte) id.length});
    attested.writeBytes(id);
    attested.writeBytes(key());
    ByteArrayOutputStream object = new ByteArrayOutputStream(); // CBOR (RFC 8949)
    object.write(0xa3);
    text(object, "fmt");
    text(object, "none");
    text(object, "attStmt");
    object.write(0xa0);
    text(object, "authData");
    object.writeBytes(new byte[] {0x58, (byte) attested.size()});
    object.writeBytes(attested.toByteArray());
    return credential(
        new JsonObject()
            .put("clientDataJSON", plain(client))
            .put("attestationObject", plain(object.toByteArray())));
  }

  /** The same, made in a frame of another site's page. */
  JsonObject madeInAnotherSitesPage(JsonObject options) throws GeneralSecurityException {
    elsewhere = true;
    try {
      return made(options);
    } finally {
      elsewhere = false;
    }
  }

  /** From now on it counts as a copy of it does that was made long ago. */
  void rewind() {
    counter = 0;
  }

  /** What {@code navigator.credentials.get()} gives for these options. */
  JsonObject signed(JsonObject options) throws GeneralSecurityException {
    byte[] client = client("webauthn.get", options);
    byte[] data = data(PRESENT_AND_VERIFIED);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(data);
    signature.update(sha256(client));
    return credential(
        new JsonObject()
            .put("clientDataJSON", plain(client))
            .put("authenticatorData", plain(data))
            .put("signature", plain(signature.sign()))
            .put("userHandle", owner));
  }

  private JsonObject credential(JsonObject response) {
    return new JsonObject()
        .put("id", plain(id))
        .put("rawId", plain(id))
        .put("type", "public-key")
        .put("response", response);
  }

  private byte[] client(String type, JsonObject options) {
    return new JsonObject()
        .put("type", type)
        .put("challenge", options.getString("challenge"))
        .put("origin", site.toString())
        .put("crossOrigin", elsewhere)
        .encode()
        .getBytes(UTF_8);
  }

  private byte[] data(int flags) throws GeneralSecurityException {
    counter++;
    return ByteBuffer.allocate(37)
        .put(sha256(site.getHost().getBytes(UTF_8)))
        .put((byte) flags)
        .putInt(counter)
        .array();
  }

  /** As COSE has it (RFC 9053): EC2, ES256, P-256, x and y. */
  private byte[] key() {
    ECPublicKey point = (ECPublicKey) pair.getPublic();
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    key.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1});
    key.writeBytes(new byte[] {0x21, 0x58, COORDINATE_BYTES});
    key.writeBytes(coordinate(point.getW().getAffineX()));
    key.writeBytes(new byte[] {0x22, 0x58, COORDINATE_BYTES});
    key.writeBytes(coordinate(point.getW().getAffineY()));
    return key.toByteArray();
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    return fixed;
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(0x60 + text.length());
    out.writeBytes(text.getBytes(UTF_8));
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static String plain(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
