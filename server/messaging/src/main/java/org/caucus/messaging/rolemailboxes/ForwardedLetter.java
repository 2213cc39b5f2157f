package org.caucus.messaging.rolemailboxes;

import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.messaging.inbound.pipeline.AddressPlan;
import org.caucus.platform.i18n.Language;

/**
 * A letter to the operators, for one of them: its words, and where an answer goes. In English, as
 * all that operators read.
 */
final class ForwardedLetter implements Composer {
  static final String KIND = "operators.letter";

  /** Characters of its words that are shown; the command shows all. */
  private static final int MOST_CHARS = 20_000;

  private final OperatorMailbox shelf;
  private final OperatorReplyAddresses answers;
  private final Site site;

  ForwardedLetter(OperatorMailbox shelf, OperatorReplyAddresses answers, Site site) {
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
    String id = parcel.payload().getString("letter");
    Optional<RetainedLetters> kept = shelf.find(id);
    Optional<byte[]> octets = shelf.octets(id);
    if (kept.isEmpty() || octets.isEmpty()) {
      return Optional.empty(); // deleted meanwhile
    }
    RawLetter raw = RawLetter.of(octets.get());
    return MailAddress.parse(recipient)
        .map(
            to ->
                new OutgoingMail.Composed(
                    OutgoingMail.BOUNCES, to, letter(parcel, to, kept.get(), raw)));
  }

  private Composition letter(
      DeliveryBatch parcel, MailAddress to, RetainedLetters kept, RawLetter raw) {
    ParsedLetter parsed = ParsedLetter.of(raw);
    Optional<MailAddress> whom = AnswerableSenders.answerable(raw, kept.sender());
    MailAddress role = role(site, kept);
    SystemMail letter =
        SystemMail.of(site, role.localPart(), SystemMail.Recipient.plain(to, Language.ENGLISH));
    if (whom.isPresent()) {
      letter.replyTo(
          site.address(
              role.localPart() + "+" + AddressPlan.OPERATORS_ANSWER + answers.ticket(kept.id())));
    }
    return letter.write(
        parcel,
        "[" + role.localPart() + "] " + subject(parsed),
        text(parcel, kept, parsed, whom, role));
  }

  /** The mailbox it came to. */
  static MailAddress role(Site site, RetainedLetters kept) {
    String local = MailAddress.of(kept.to().getFirst().address()).localPart();
    int plus = local.indexOf('+');
    return site.address(plus < 0 ? local : local.substring(0, plus));
  }

  static String subject(ParsedLetter parsed) {
    return parsed.subject().isBlank() ? "(no subject)" : parsed.subject();
  }

  private static String text(
      DeliveryBatch parcel,
      RetainedLetters kept,
      ParsedLetter parsed,
      Optional<MailAddress> whom,
      MailAddress role) {
    StringBuilder text = new StringBuilder();
    if (parcel.payload().getBoolean("unsent", false)) {
      text.append("This answer was not sent to anybody: it is not proven to be an operator's.\n\n");
    }
    text.append("A letter to ").append(role).append('\n');
    parsed.from().forEach(from -> text.append("From: ").append(from.address()).append('\n'));
    text.append("Received: ").append(kept.received()).append('\n');
    text.append(
        whom.map(
                address ->
                    "Reply to this message to answer "
                        + address
                        + ". Your answer leaves from "
                        + role
                        + ", without your address.\n")
            .orElse("A program sent it, or nobody in particular: it cannot be answered.\n"));
    text.append("The whole letter: caucus mailbox show ").append(kept.id()).append("\n\n");
    return text.append(words(parsed)).append('\n').toString();
  }

  /** The words of a letter, or the beginning of them. */
  static String words(ParsedLetter parsed) {
    String words = parsed.text();
    return words.length() <= MOST_CHARS ? words : words.substring(0, MOST_CHARS) + "\n[...]";
  }
}
