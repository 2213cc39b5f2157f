package org.caucus.mail.auth.dkim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.mail.message.RawLetter;

/** Letters as other programs sign them: each leaves other fields out. */
public final class SignedAs {
  private SignedAs() {}

  /** Signed with a key over these fields and the body, with more tags. */
  static RawLetter of(RawLetter letter, List<String> names, DkimKey key, Map<String, String> more) {
    Map<String, String> tags =
        new HashMap<>(
            Map.of(
                "v",
                "1",
                "a",
                key.key().getAlgorithm().equals("RSA") ? "rsa-sha256" : "ed25519-sha256",
                "c",
                "relaxed/relaxed",
                "d",
                key.domain(),
                "s",
                key.selector(),
                "h",
                String.join(":", names),
                "bh",
                DkimSigner.bodyHash(letter),
                "b",
                ""));
    tags.putAll(more);
    return letter.prepend(
        DkimSigner.signed(new TagField("DKIM-Signature", tags), letter, names, key));
  }

  /** As Gmail does, which does not say how the body is read. */
  public static RawLetter gmail(RawLetter letter, DkimKey key, long seconds) {
    List<String> names =
        List.of("to", "subject", "message-id", "date", "from", "mime-version", "cc", "reply-to");
    return of(letter, names, key, Map.of("t", Long.toString(seconds)));
  }
}
