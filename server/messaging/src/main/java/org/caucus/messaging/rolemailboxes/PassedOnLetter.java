package org.caucus.messaging.rolemailboxes;

import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;

/**
 * A letter to the operators that one of them passed on by hand, with a note: its words, without its
 * files. It is from the mailbox it came to, so an answer comes back there.
 */
final class PassedOnLetter implements Composer {
  static final String KIND = "operators.forward";

  private final OperatorMailbox shelf;
  private final OperatorAnswers answers;
  private final Site site;

  PassedOnLetter(OperatorMailbox shelf, OperatorAnswers answers, Site site) {
    this.shelf = shelf;
    this.answers = answers;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Optional<RetainedLetters> kept = shelf.find(parcel.payload().getString("letter"));
    Optional<ParsedLetter> letter = kept.flatMap(k -> shelf.octets(k.id())).map(ParsedLetter::of);
    Optional<String> note = answers.of(parcel.payload());
    if (letter.isEmpty() || note.isEmpty()) {
      return Optional.empty(); // deleted meanwhile
    }
    return MailAddress.parse(recipient)
        .map(
            to ->
                new OutgoingMail.Composed(
                    OutgoingMail.BOUNCES,
                    to,
                    composed(parcel, to, kept.orElseThrow(), letter.get(), note.get())));
  }

  private Composition composed(
      DeliveryBatch parcel,
      MailAddress to,
      RetainedLetters kept,
      ParsedLetter letter,
      String note) {
    return new Composition(
        OperatorReply.from(site, kept),
        NamedAddress.of(to),
        "Fwd: " + ForwardedLetter.subject(letter),
        parcel.id() + "@" + site.domain(),
        parcel.at(),
        text(kept, letter, note),
        List.of(ListHeaders.loop(site)));
  }

  private String text(RetainedLetters kept, ParsedLetter letter, String note) {
    StringBuilder text = new StringBuilder();
    if (!note.isEmpty()) {
      text.append(note).append("\n\n");
    }
    text.append("---------- Forwarded message ----------\n");
    letter.from().forEach(from -> text.append("From: ").append(from.address()).append('\n'));
    text.append("To: ").append(ForwardedLetter.role(site, kept)).append('\n');
    text.append("Received: ").append(kept.received()).append('\n');
    text.append("Subject: ").append(ForwardedLetter.subject(letter)).append('\n');
    if (!letter.attachments().isEmpty()) {
      text.append("Files that are not passed on: ");
      text.append(letter.attachments().size()).append('\n');
    }
    return text.append('\n').append(ForwardedLetter.words(letter)).append('\n').toString();
  }
}
