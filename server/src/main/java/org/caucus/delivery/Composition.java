package org.caucus.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.email.Header;
import org.caucus.email.NamedAddress;
import org.caucus.email.RawLetter;
import org.jspecify.annotations.Nullable;

/**
 * A plain-text letter for the Vert.x Mail Client. This is the only place that makes a {@link
 * MailMessage}: the client (5.0.7) writes a line feed in a subject, name or header value as it is,
 * and so as another header; a {@link Header} cannot hold one.
 *
 * <p>What the client does, as tried: headers given here take the place of its own of the same name,
 * also Subject, From and To; a value's folding is left alone; {@code bounceAddress} becomes MAIL
 * FROM and nothing else; text without html goes as one text/plain part in UTF-8, quoted-printable
 * where a character or a long line needs it, and a CR in it would be written as {@code =0D}.
 *
 * @param text any line ends
 * @param headers further fields, in order
 * @param calendar beside the text; null for most letters
 */
public record Composition(
    NamedAddress from,
    NamedAddress to,
    String subject,
    String messageId,
    Instant date,
    String text,
    List<Header> headers,
    @Nullable CalendarPart calendar) {
  /** What its recipient's calendar reads (RFC 6047): the method and the iCalendar object. */
  public record CalendarPart(String method, String text) {}

  /** A letter that no calendar reads. */
  public Composition(
      NamedAddress from,
      NamedAddress to,
      String subject,
      String messageId,
      Instant date,
      String text,
      List<Header> headers) {
    this(from, to, subject, messageId, date, text, headers, null);
  }

  /** Keeps the fields as they are now. */
  public Composition {
    headers = List.copyOf(headers);
  }

  /**
   * The message for the client.
   *
   * @throws IllegalArgumentException for a control character in a field
   */
  MailMessage toMessage() {
    MailMessage message =
        new MailMessage()
            .setFrom(from.address().toAsciiString())
            .setTo(to.address().toAsciiString())
            .setText(text.replace("\r\n", "\n").replace('\r', '\n'));
    if (calendar != null) {
      message.setAttachment(
          MailAttachment.create()
              .setName("invite.ics")
              .setContentType("text/calendar; charset=UTF-8; method=" + calendar.method())
              .setData(Buffer.buffer(calendar.text())));
    }
    for (Header field : fields()) {
      message.addHeader(field.name(), folded(field));
    }
    return message;
  }

  /**
   * The letter that the client would send, for whom it cannot send to.
   *
   * @param host the name this server gives itself
   */
  RawLetter toLetter(String host) {
    // its To field is among the headers: the client knows no such address
    String text = new MailEncoder(toMessage().setTo(List.of()), host).encode();
    return RawLetter.of(text.replaceAll("\\r?\\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private List<Header> fields() {
    List<Header> fields = new ArrayList<>();
    fields.add(Header.addresses("From", List.of(from)));
    fields.add(Header.addresses("To", List.of(to)));
    fields.add(Header.text("Subject", subject));
    fields.add(Header.date("Date", date));
    fields.add(Header.ids("Message-ID", List.of(messageId)));
    fields.addAll(headers);
    return fields;
  }

  /** The field's value as {@link Header} folds it, without the last line end. */
  private static String folded(Header field) {
    String line = new String(field.toBytes(), StandardCharsets.UTF_8);
    return line.substring(field.name().length() + 1, line.length() - 2).stripLeading();
  }
}
