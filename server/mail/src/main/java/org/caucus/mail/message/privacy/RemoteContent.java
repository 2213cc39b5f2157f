package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;
import org.caucus.platform.limits.WorkBudget;
import org.jsoup.helper.DataUtil;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Takes out of a letter what a reader's program would fetch from elsewhere when it shows it: anyone
 * who is asked for that learns who reads, when and from where. Links stay: they are followed by
 * choice. Parts that fetch nothing stay the same octets; what is signed or encrypted is not looked
 * into.
 *
 * <p>What nobody here can read as its reader's program would is offered as a file.
 */
public final class RemoteContent extends PartChange {
  private static final String FILE = "application/octet-stream";
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)//|\\\\\\\\|^\\s*[a-z]+:");

  private final WorkBudget budget = WorkBudget.ofLetter();

  private RemoteContent() {}

  /** The letter without it; the same if it has none. */
  public static RawLetter out(RawLetter letter) {
    return new RemoteContent().of(letter);
  }

  @Override
  protected RawLetter fields(RawLetter part, boolean letter, int depth) {
    // what stands there is the base of all addresses in it (RFC 2557 section 5)
    RawLetter left = part.without("Content-Base");
    return left.value("Content-Location").filter(v -> ELSEWHERE.matcher(v).find()).isPresent()
        ? left.without("Content-Location")
        : left.names().size() == part.names().size() ? part : left;
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type);
  }

  @Override
  protected RawLetter closed(RawLetter part) {
    return asFile(part);
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    if (type.kind().equals("message/external-body")) {
      return asFile(part);
    }
    boolean image = type.isOf("image/svg");
    if ((!image && !isHtml(type)) || (isAttached(part) && !part.value("Content-ID").isPresent())) {
      return part;
    }
    if (!TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return asFile(part);
    }
    byte[] octets = TransferEncoding.decoded(part);
    if (isTooMuch(octets)) {
      return asFile(part);
    }
    String named = type.parameters().getOrDefault("charset", "").strip();
    boolean known = named.isEmpty() || isSupported(named);
    Optional<String> changed = changed(octets, known ? named : "utf-8", image);
    if (changed.isEmpty() && known) {
      return part;
    }
    // in a charset that is not known here it might say anything
    String text = changed.orElse(new String(octets, UTF_8));
    RawLetter told =
        image ? part : part.with(type.with("charset", "utf-8").field(ContentType.FIELD));
    return TransferEncoding.quoted(told, text.getBytes(UTF_8));
  }

  /** Markup of more elements than one letter may have in all is nothing that can be vouched for. */
  private boolean isTooMuch(byte[] octets) {
    int tags = 0;
    for (byte octet : octets) {
      tags += octet == '<' ? 1 : 0;
    }
    return !budget.takes(WorkBudget.Kind.NODES, tags);
  }

  private static Optional<String> changed(byte[] octets, String charset, boolean image) {
    try {
      Document document =
          DataUtil.load(
              new ByteArrayInputStream(octets),
              charset.isEmpty() ? null : charset,
              "",
              image ? Parser.xmlParser() : Parser.htmlParser());
      return RemoteHtmlRemover.of(document);
    } catch (IOException | RuntimeException e) {
      return Optional.of(""); // nobody knows what it would fetch
    }
  }

  private static boolean isHtml(ContentType type) {
    return type.kind().equals("text/html")
        || type.kind().equals("application/xhtml+xml")
        || type.kind().equals("text/x-amp-html")
        || type.kind().equals("text/xml")
        || type.kind().equals("application/xml");
  }

  /** A file that its reader opens by choice, as it was sent. */
  private static boolean isAttached(RawLetter part) {
    return part.value("Content-Disposition")
        .filter(d -> ContentType.parse(d).kind().equals("attachment"))
        .isPresent();
  }

  private static boolean isSupported(String charset) {
    try {
      return Charset.isSupported(charset);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static RawLetter asFile(RawLetter part) {
    return part.with(Header.structured(ContentType.FIELD, FILE));
  }
}
