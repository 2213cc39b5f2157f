package org.caucus.platform.store.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), for one connection. */
final class Scram {
  static final String MECHANISM = "SCRAM-SHA-256";
  private static final int ITERATIONS = 4096;
  private static final int KEY_BITS = 256;
  private static final byte[] SALT = "sixteen octets..".getBytes(UTF_8);
  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;
  private static final Set<String> FOR_ALL = Set.of("hello", "isMaster", "ismaster", "endSessions");

  private final String password;
  private String transcript = "";
  private String nonce = "";
  private boolean known;

  Scram(String password) {
    this.password = password;
  }

  /** Null if the command may go on. */
  @Nullable BsonDocument answer(BsonDocument command) {
    return switch (command.getFirstKey()) {
      case "saslStart" -> started(payload(command));
      case "saslContinue" -> continued(payload(command));
      case String name when known || FOR_ALL.contains(name) -> null;
      default -> refused(UNAUTHORIZED, "Unauthorized", "command requires authentication");
    };
  }

  private static String payload(BsonDocument command) {
    return new String(command.getBinary("payload").getData(), UTF_8);
  }

  private BsonDocument started(String first) {
    String bare = first.substring("n,,".length());
    if (!bare.startsWith("n=" + StandIn.USER + ",r=")) {
      return refused();
    }
    nonce = bare.substring(bare.indexOf("r=") + 2) + "server";
    String server =
        "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
    transcript = bare + "," + server;
    return said(server, false);
  }

  private BsonDocument continued(String last) {
    int proofAt = last.indexOf(",p=");
    if (proofAt < 0 || !last.substring(0, proofAt).equals("c=biws,r=" + nonce)) {
      return refused();
    }
    String all = transcript + "," + last.substring(0, proofAt);
    byte[] proof = Base64.getDecoder().decode(last.substring(proofAt + 3));
    try {
      byte[] salted =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ITERATIONS, KEY_BITS))
              .getEncoded();
      byte[] clientKey = hmac(salted, "Client Key");
      byte[] stored = MessageDigest.getInstance("SHA-256").digest(clientKey);
      byte[] signature = hmac(stored, all);
      for (int i = 0; i < proof.length; i++) {
        proof[i] ^= signature[i];
      }
      known = MessageDigest.isEqual(proof, clientKey);
      String signed = Base64.getEncoder().encodeToString(hmac(hmac(salted, "Server Key"), all));
      return known ? said("v=" + signed, true) : refused();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has these", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static BsonDocument said(String payload, boolean done) {
    return new BsonDocument("conversationId", new BsonInt32(1))
        .append("done", BsonBoolean.valueOf(done))
        .append("payload", new BsonBinary(payload.getBytes(UTF_8)))
        .append("ok", new BsonDouble(1));
  }

  private static BsonDocument refused() {
    return refused(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
  }

  private static BsonDocument refused(int code, String name, String why) {
    return new BsonDocument("ok", new BsonInt32(0))
        .append("errmsg", new BsonString(why))
        .append("code", new BsonInt32(code))
        .append("codeName", new BsonString(name));
  }
}
