package org.caucus.messaging.inbound.pipeline;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.message.LetterFullText;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.inbound.leakguard.OfficeText;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it came.
 *
 * @param id in the inbox
 * @param blob where its bytes are
 * @param peer who delivered it
 * @param envelopeSender MAIL FROM; null for the null sender
 * @param received when it came, by the clock of the server that took it
 * @param helo the name the peer gave itself; empty if it is not known any more
 * @param origin where it is from, as far as was found out
 * @param enclosed the words of documents and slides that came with it, once it is read
 */
public record IncomingLetter(
    String id,
    String blob,
    InetAddress peer,
    @Nullable MailAddress envelopeSender,
    RawLetter raw,
    ParsedLetter letter,
    Instant received,
    String helo,
    AuthenticatedOrigin origin,
    List<String> enclosed) {
  /** A copy that nobody else can change. */
  public IncomingLetter {
    enclosed = List.copyOf(enclosed);
  }

  /** One of which nothing was found out yet. */
  public IncomingLetter(
      String id,
      String blob,
      InetAddress peer,
      @Nullable MailAddress envelopeSender,
      RawLetter raw,
      ParsedLetter letter,
      Instant received) {
    this(
        id,
        blob,
        peer,
        envelopeSender,
        raw,
        letter,
        received,
        "",
        AuthenticatedOrigin.UNKNOWN,
        List.of());
  }

  /** The same, from a peer that gave itself this name. */
  public IncomingLetter greeted(String name) {
    return new IncomingLetter(
        id, blob, peer, envelopeSender, raw, letter, received, name, origin, enclosed);
  }

  /** Whether a signature proves its author, and not the host that brought it. */
  public boolean isSigned() {
    return origin == AuthenticatedOrigin.SIGNED;
  }

  /** The same, when it is known where it is from. */
  public IncomingLetter from(AuthenticatedOrigin found) {
    return new IncomingLetter(
        id, blob, peer, envelopeSender, raw, letter, received, helo, found, enclosed);
  }

  /** The same with all its words read, also those that are not shown: once for all steps. */
  public IncomingLetter read() {
    LetterFullText.of(raw);
    ParsedLetter whole = ParsedLetter.of(raw); // what is shown draws on the budget first
    List<String> files = OfficeText.in(raw);
    CalendarParts.in(raw, whole); // within what is left, and not again by each step
    return new IncomingLetter(
        id, blob, peer, envelopeSender, raw, whole, received, helo, origin, files);
  }

  /** Whether its author's domain is known to have signed it, or to have sent it. */
  public boolean isProven() {
    return origin == AuthenticatedOrigin.SIGNED || origin == AuthenticatedOrigin.SENT;
  }

  /** Its one author; empty if it names none or several. */
  public Optional<NamedAddress> author() {
    return raw.values("From").size() == 1 && letter.from().size() == 1
        ? Optional.of(letter.from().getFirst())
        : Optional.empty();
  }

  /** What is kept of it where its author has no seat: with their name, if it says one. */
  public EntryLetter keptByStranger() {
    return author()
        .map(a -> new NamedAddress(HeaderText.clean(a.name()).strip(), a.address()))
        .filter(a -> !a.name().isEmpty())
        .map(a -> kept().from(a.name() + " <" + a.address() + ">"))
        .orElseGet(this::kept);
  }

  /** Whom to tell: the author, else the envelope's sender; empty if nobody is known. */
  public String sender() {
    return author()
        .map(a -> a.address().toString())
        .orElse(envelopeSender == null ? "" : envelopeSender.toString());
  }

  /** What an entry keeps of it. */
  public EntryLetter kept() {
    var attachments = letter.attachments();
    return new EntryLetter(
        blob,
        letter.messageId().orElse(null),
        null,
        letter.damaged(),
        IntStream.range(0, attachments.size())
            .mapToObj(
                i ->
                    new EntryLetter.Attachment(
                        i,
                        attachments.get(i).fileName(),
                        attachments.get(i).type(),
                        attachments.get(i).size()))
            .toList());
  }
}
