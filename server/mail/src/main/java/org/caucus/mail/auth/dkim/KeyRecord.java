package org.caucus.mail.auth.dkim;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.mail.auth.dns.TxtRecords;

/**
 * A public key as a domain publishes it (RFC 6376 section 3.6.1, RFC 8463).
 *
 * @param ed25519 whether it is such a key, and not RSA
 * @param strict whether only the domain itself may use it, and no subdomain (flag {@code s})
 * @param testing whether its domain only tries it, so that letters signed with it are to be taken
 *     as unsigned (flag {@code y})
 */
record KeyRecord(PublicKey key, boolean ed25519, boolean strict, boolean testing) {
  /** RFC 8301: shorter ones prove nothing. */
  static final int LEAST_RSA_BITS = 1024;

  /** Longer ones cost more to check than they are worth. */
  static final int MOST_RSA_BITS = 8192;

  private static final byte[] RSA_HEAD = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * The key of a signature, if one is published; of several none is sure, and the last is taken.
   */
  static Optional<KeyRecord> of(TxtRecords records, SignatureField signed)
      throws TxtRecords.NotNow {
    return records.of(signed.keyName()).stream()
        .flatMap(record -> parse(record).stream())
        .reduce((first, last) -> last);
  }

  /** The key in a record; empty if it is no key, was revoked, or is not for mail and SHA-256. */
  static Optional<KeyRecord> parse(String record) {
    return TagList.parse(record)
        .filter(t -> t.get("v", "DKIM1").equals("DKIM1"))
        .filter(t -> allows(t, "h", "sha256"))
        .filter(t -> allows(t, "s", "email") || allows(t, "s", "*"))
        .flatMap(KeyRecord::read);
  }

  private static boolean allows(TagList tags, String name, String wanted) {
    return tags.get(name).isEmpty()
        || List.of(tags.dense(name).toLowerCase(Locale.ROOT).split(":")).contains(wanted);
  }

  private static Optional<KeyRecord> read(TagList tags) {
    String kind = tags.get("k", "rsa").toLowerCase(Locale.ROOT);
    List<String> flags = List.of(tags.dense("t").split(":"));
    boolean strict = flags.contains("s");
    boolean testing = flags.contains("y");
    try {
      byte[] octets = Base64.getDecoder().decode(tags.dense("p"));
      if (octets.length == 0) {
        return Optional.empty(); // revoked
      }
      return switch (kind) {
        case "rsa" ->
            Optional.of(rsa(octets))
                .filter(KeyRecord::isFit)
                .map(k -> new KeyRecord(k, false, strict, testing));
        case "ed25519" -> Optional.of(new KeyRecord(ed25519(octets), true, strict, testing));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean isFit(PublicKey key) {
    int bits = key instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 0;
    return bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
  }

  private static PublicKey rsa(byte[] octets) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance("RSA");
    try {
      return keys.generatePublic(new X509EncodedKeySpec(octets));
    } catch (InvalidKeySpecException e) {
      // the bare key, as RFC 6376 has it to the letter, and some domains do
      byte[] bits = der(0x03, new byte[1], octets);
      return keys.generatePublic(new X509EncodedKeySpec(der(0x30, RSA_HEAD, bits)));
    }
  }

  private static byte[] der(int tag, byte[] first, byte[] second) {
    int length = first.length + second.length;
    return ByteBuffer.allocate(4 + length)
        .put((byte) tag)
        .put((byte) 0x82)
        .putShort((short) length)
        .put(first)
        .put(second)
        .array();
  }

  private static PublicKey ed25519(byte[] octets) throws GeneralSecurityException {
    byte[] whole = Arrays.copyOf(ED25519_HEAD, ED25519_HEAD.length + octets.length);
    System.arraycopy(octets, 0, whole, ED25519_HEAD.length, octets.length);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole));
  }
}
