package org.caucus.messaging.delivery;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.Multipart;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.TextPart;
import org.caucus.mail.message.text.AttachmentPart;
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
 * @param html the text as a page; null for a letter that is text alone
 */
public record Composition(
    NamedAddress from,
    NamedAddress to,
    String subject,
    String messageId,
    Instant date,
    String text,
    List<Header> headers,
    @Nullable CalendarPart calendar,
    @Nullable String html) {
  private static final String FILE = "invite.ics";
  private static final String TYPE = "Content-Type";
  private static final String ENCODING = "Content-Transfer-Encoding";

  /**
   * What its recipient's calendar reads (RFC 6047): the method and the iCalendar object. Programs
   * that offer to answer look for it among the forms of the text; others for a file.
   */
  public record CalendarPart(String method, String text) {}

  /** A letter that is text alone. */
  public Composition(
      NamedAddress from,
      NamedAddress to,
      String subject,
      String messageId,
      Instant date,
      String text,
      List<Header> headers) {
    this(from, to, subject, messageId, date, text, headers, null, null);
  }

  /** Keeps the fields as they are now. */
  public Composition {
    headers = List.copyOf(headers);
  }

  /** The same with one more field. */
  public Composition with(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Composition(from, to, subject, messageId, date, text, more, calendar, html);
  }

  /** Whether the client does not write it: it knows no form that a calendar reads. */
  boolean isRaw() {
    return calendar != null || html != null;
  }

  /**
   * The message for the client, of its text alone.
   *
   * @throws IllegalArgumentException for a control character in a field
   */
  MailMessage toMessage() {
    MailMessage message =
        new MailMessage()
            .setFrom(from.address().toAsciiString())
            .setTo(to.address().toAsciiString())
            .setText(text.replace("\r\n", "\n").replace('\r', '\n'));
    for (Header field : fields()) {
      message.addHeader(field.name(), folded(field));
    }
    return message;
  }

  /**
   * The letter that the client would send, for whom it cannot send to, and what it cannot write.
   *
   * @param host the name this server gives itself
   */
  RawLetter toLetter(String host) {
    // its To field is among the headers: the client knows no such address
    String text = new MailEncoder(toMessage().setTo(List.of()), host).encode();
    RawLetter words =
        RawLetter.of(text.replaceAll("\\r?\\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    return isRaw() ? formed(words) : words;
  }

  /** A letter that has words alone, with the other forms of them. */
  private RawLetter formed(RawLetter words) {
    List<byte[]> forms = new ArrayList<>(List.of(plain(words)));
    if (html != null) {
      forms.add(new TextPart("html", html).toBytes());
    }
    if (calendar != null) {
      forms.add(form(calendar));
    }
    Multipart all = Multipart.of("alternative", messageId, forms);
    if (calendar != null) {
      all = Multipart.of("mixed", messageId, List.of(all.toBytes(), file(calendar)));
    }
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    letter.writeBytes(words.without(TYPE, ENCODING).with(all.field()).head());
    letter.writeBytes(all.body());
    return RawLetter.of(letter.toByteArray());
  }

  private static byte[] plain(RawLetter words) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    for (String name : List.of(TYPE, ENCODING)) {
      words.raw(name).forEach(field -> part.writeBytes(ascii(field)));
    }
    part.writeBytes(ascii("\r\n"));
    part.writeBytes(words.body());
    return part.toByteArray();
  }

  private static byte[] form(CalendarPart part) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(ascii(TYPE + ": text/calendar; charset=utf-8; method=" + part.method()));
    form.writeBytes(ascii("\r\n" + ENCODING + ": base64\r\n\r\n"));
    form.writeBytes(Base64.getMimeEncoder().encode(octets(part)));
    return form.toByteArray();
  }

  /** Not text/calendar once more: it would be another invitation. */
  private static byte[] file(CalendarPart part) {
    return new AttachmentPart(FILE, "application/ics", octets(part)).toBytes();
  }

  private static byte[] octets(CalendarPart part) {
    return part.text().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
