package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Function;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.ContentType;
import org.caucus.mail.message.mime.PartChange;
import org.caucus.mail.message.mime.TransferEncoding;

/**
 * A letter without its large files. In place of each stands a sentence that says where it is. What
 * is signed or encrypted is left whole, and so is what the words show (pictures of a page): bodies
 * stay as they were written.
 */
public final class LargeFiles extends PartChange {
  private final long most;
  private final Function<File, String> saying;

  /** A file as the letter names it. */
  public record File(String name, long bytes) {}

  private LargeFiles(long most, Function<File, String> saying) {
    this.most = most;
    this.saying = saying;
  }

  /**
   * The letter without them; the same if it has none.
   *
   * @param most octets of a file that stays
   * @param saying what stands in place of one
   */
  public static RawLetter out(RawLetter letter, long most, Function<File, String> saying) {
    return new LargeFiles(most, saying).of(letter);
  }

  @Override
  protected boolean enters(RawLetter part, ContentType type) {
    return !SignedOrEncrypted.is(type) && !type.kind().equals("multipart/related");
  }

  @Override
  protected RawLetter leaf(RawLetter part, ContentType type) {
    String name = name(part, type);
    if (name.isBlank()
        || part.body().length <= most
        || SignedOrEncrypted.is(type)
        || !TransferEncoding.isKnown(TransferEncoding.of(part))) {
      return part;
    }
    long bytes = TransferEncoding.decoded(part).length;
    return bytes <= most ? part : said(part, saying.apply(new File(name, bytes)));
  }

  private static String name(RawLetter part, ContentType type) {
    return part.value("Content-Disposition")
        .map(ContentType::parse)
        .flatMap(d -> d.parameter("filename"))
        .or(() -> type.parameter("name"))
        .orElse("");
  }

  private static RawLetter said(RawLetter part, String sentence) {
    RawLetter named =
        part.without("Content-Disposition", "Content-Description")
            .with(Header.structured(ContentType.FIELD, "text/plain; charset=utf-8"))
            .with(Header.structured("Content-Disposition", "inline"));
    return TransferEncoding.quoted(named, sentence.replace("\n", "\r\n").getBytes(UTF_8));
  }
}
