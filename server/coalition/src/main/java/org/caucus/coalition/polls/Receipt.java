package org.caucus.coalition.polls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a voice keeps of its ballot: HMAC-SHA256 over poll and ballot, with the poll's key. The key
 * is told when ballots are shown, so that anyone who has a copy of the log can make it anew.
 */
public final class Receipt {
  /** Octets of the HMAC that a receipt shows. */
  private static final int BYTES = 16;

  private Receipt() {}

  /** The receipt of a ballot. */
  public static String of(Poll poll, Ballot ballot) {
    return of(poll.asked().key(), text(poll.id(), ballot));
  }

  /** What it is made over. */
  static String text(String poll, Ballot ballot) {
    return String.join(
        "\n",
        poll,
        ballot.id(),
        ballot.organisation(),
        ballot.seat().value(),
        ballot.value().line(),
        ballot.reason());
  }

  /** Made with this key over this text. */
  static String of(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] made = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(made, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Whether somebody shows the receipt of this ballot. */
  static boolean isOf(Poll poll, Ballot ballot, String shown) {
    String plain = shown.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    return MessageDigest.isEqual(
        of(poll, ballot).getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8));
  }
}
