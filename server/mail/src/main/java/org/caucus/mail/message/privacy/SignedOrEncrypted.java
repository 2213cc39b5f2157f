package org.caucus.mail.message.privacy;

import java.util.Locale;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;

/**
 * What somebody signed or encrypted as parts (RFC 1847, RFC 8551, RFC 3156): to change it breaks
 * it, and what is in it, the author's certificate at least, is theirs to show.
 */
public final class SignedOrEncrypted extends PartChange {
  private boolean found;

  private SignedOrEncrypted() {}

  /** Whether there is such a part in the letter. */
  public static boolean isIn(RawLetter letter) {
    SignedOrEncrypted look = new SignedOrEncrypted();
    RawLetter unused = look.of(letter);
    return look.found;
  }

  /** Whether a part of this type is one. */
  public static boolean is(ContentType type) {
    return type.kind().equals("multipart/signed")
        || type.kind().equals("multipart/encrypted")
        || type.kind().equals("application/pkcs7-mime")
        || type.kind().equals("application/x-pkcs7-mime")
        || type.kind().equals("application/pgp-encrypted")
        || isByGateway(type);
  }

  /** Some gateways know the form by its name alone. */
  private static boolean isByGateway(ContentType type) {
    return type.kind().equals("application/octet-stream")
        && type.parameter("name")
            .filter(n -> n.toLowerCase(Locale.ROOT).endsWith(".p7m"))
            .isPresent();
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    found |= is(type);
    return !found;
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    found |= is(type);
    return part;
  }
}
