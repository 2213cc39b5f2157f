package org.caucus.email.signatures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.email.Header;
import org.caucus.email.RawLetter;

/** Signs letters for the domain that sends them (RFC 6376 section 5). */
public final class DkimSigner {
  /**
   * What readers see and what they act on; those of these that a letter has are signed. From is
   * signed once more than it is there, so that nobody can put another one on top.
   */
  private static final List<String> SIGNED =
      List.of(
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "subject",
          "date",
          "message-id",
          "in-reply-to",
          "references",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "list-id",
          "list-post",
          "list-help",
          "list-unsubscribe",
          "list-unsubscribe-post",
          "auto-submitted");

  private final SigningKey key;

  /** Signs with this key. */
  public DkimSigner(SigningKey key) {
    this.key = key;
  }

  /** The letter with a signature on top. */
  public RawLetter sign(RawLetter letter, Instant now) {
    List<String> names =
        new ArrayList<>(SIGNED.stream().filter(n -> !letter.raw(n).isEmpty()).toList());
    names.add("from");
    Field field =
        new Field(
            "DKIM-Signature",
            Map.of(
                "v", "1",
                "a", key.algorithm(),
                "c", "relaxed/relaxed",
                "d", key.domain(),
                "s", key.selector(),
                "t", Long.toString(now.getEpochSecond()),
                "h", names.stream().collect(Collectors.joining(":")),
                "bh", bodyHash(letter),
                "b", ""));
    return letter.prepend(signed(field, letter, names, key));
  }

  static String bodyHash(RawLetter letter) {
    byte[] form = Canonical.RELAXED.body(letter.body());
    return Base64.getEncoder().encodeToString(Signed.sha256(form));
  }

  static Header signed(Field field, RawLetter letter, List<String> names, SigningKey key) {
    String fields = Signed.signedFields(letter, names, Canonical.RELAXED);
    return field.signed(key.sign(fields + field.unsigned()));
  }
}
