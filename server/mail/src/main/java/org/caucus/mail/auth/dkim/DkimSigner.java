package org.caucus.mail.auth.dkim;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;

/** Signs letters for the domain that sends them (RFC 6376 section 5). */
public final class DkimSigner {
  /**
   * What readers see and what they act on; those of these that a letter has are signed. From comes
   * first, and once more than it is there, so that nobody can put another one on top.
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

  private static final String AUTHOR = "from";

  private final DkimKey key;

  /** Signs with this key. */
  public DkimSigner(DkimKey key) {
    this.key = key;
  }

  /**
   * What letters have in common of what is signed: the hash of their body, and the fields in the
   * form in which they are signed. Made of one of them, and used for all made of that one by edits.
   */
  public static final class Common {
    private final RawLetter letter;
    private final String bodyHash;
    private final Map<String, String> fields; // by name; none where the letter has none

    /** Of this letter and those made of it. */
    public Common(RawLetter letter) {
      this.letter = letter;
      this.bodyHash = DkimSigner.bodyHash(letter);
      this.fields = new HashMap<>();
      SIGNED.forEach(name -> fields.put(name, canonical(letter, name)));
    }

    private static String canonical(RawLetter letter, String name) {
      // From comes up twice; of fields that are there once, the second time adds nothing
      List<String> asked = name.equals(AUTHOR) ? List.of(name, name) : List.of(name);
      return SignatureField.signedFields(letter, asked, Canonicalization.RELAXED);
    }
  }

  /** The letter with a signature on top. */
  public RawLetter sign(RawLetter letter, Instant now) {
    return sign(letter, new Common(letter), now);
  }

  /** The same, of a letter that has much in common with others. */
  public RawLetter sign(RawLetter letter, Common common, Instant now) {
    String bodyHash = letter.hasBodyOf(common.letter) ? common.bodyHash : bodyHash(letter);
    Set<String> own = letter.differing(common.letter);
    StringBuilder fields = new StringBuilder(2_048);
    StringBuilder names = new StringBuilder(256).append(AUTHOR);
    for (String name : SIGNED) {
      String text =
          own.contains(name)
              ? Common.canonical(letter, name)
              : Objects.requireNonNull(common.fields.get(name));
      fields.append(text);
      if (!text.isEmpty() || name.equals(AUTHOR)) {
        names.append(':').append(name);
      }
    }
    TagField field =
        new TagField(
            "DKIM-Signature",
            Map.of(
                "v", "1",
                "a", key.algorithm(),
                "c", "relaxed/relaxed",
                "d", key.domain(),
                "s", key.selector(),
                "t", Long.toString(now.getEpochSecond()),
                "h", names.toString(),
                "bh", bodyHash,
                "b", ""));
    return letter.prepend(field.signed(key.sign(fields + field.unsigned())));
  }

  static String bodyHash(RawLetter letter) {
    byte[] form = Canonicalization.RELAXED.body(letter.body());
    return Base64.getEncoder().encodeToString(SignatureField.sha256(form));
  }

  static Header signed(TagField field, RawLetter letter, List<String> names, DkimKey key) {
    String fields = SignatureField.signedFields(letter, names, Canonicalization.RELAXED);
    return field.signed(key.sign(fields + field.unsigned()));
  }
}
