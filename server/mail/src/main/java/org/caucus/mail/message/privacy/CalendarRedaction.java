package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;

/**
 * Invitations in a letter (RFC 5545, RFC 6047) name their organizer and who comes by address, and
 * the program that made them. Who is known by another address here stands there under that, so that
 * an answer still reaches them.
 */
public final class CalendarRedaction extends PartChange {
  /** An address, also as a name, over the lines that programs fold it into. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(mailto:|EMAIL=\"?|CN=\"?)((?:[^\\s;:,\"<>]|\\r?\\n[ \\t]){3,400})");

  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Pattern PROGRAM =
      Pattern.compile("(?im)^(PRODID|X-WR-[A-Z-]+|X-MS-OLK-[A-Z-]+)[;:].*(?:\\r?\\n[ \\t].*)*");

  private static final String OURS = "PRODID:-//Caucus//EN";

  private final UnaryOperator<NamedAddress> shown;

  /** Shows people so. */
  public CalendarRedaction(UnaryOperator<NamedAddress> shown) {
    this.shown = shown;
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type);
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    boolean calendar = type.kind().equals("text/calendar") || type.kind().equals("application/ics");
    if (!calendar || !TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    String text = new String(TransferEncoding.decoded(part), UTF_8);
    String anonymous =
        PROGRAM
            .matcher(text)
            .replaceAll(m -> m.group(1).equalsIgnoreCase("PRODID") ? OURS : "X-CAUCUS-CUT:");
    String named = ADDRESS.matcher(anonymous).replaceAll(m -> Matcher.quoteReplacement(address(m)));
    return named.equals(text) ? part : TransferEncoding.quoted(part, named.getBytes(UTF_8));
  }

  private String address(MatchResult found) {
    String written = FOLD.matcher(found.group(2)).replaceAll("");
    try {
      MailAddress address = MailAddress.of(written);
      return found.group(1) + shown.apply(NamedAddress.of(address)).address();
    } catch (IllegalArgumentException e) {
      return found.group();
    }
  }
}
