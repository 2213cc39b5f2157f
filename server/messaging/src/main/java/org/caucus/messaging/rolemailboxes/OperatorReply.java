package org.caucus.messaging.rolemailboxes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.mail.message.Header;
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

/** What an operator answered, from the role mailbox: a person's words, under nobody's name. */
final class OperatorReply implements Composer {
  static final String KIND = "operators.answer";

  private final OperatorMailbox shelf;
  private final Site site;

  OperatorReply(OperatorMailbox shelf, Site site) {
    this.shelf = shelf;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Optional<ParsedLetter> answer =
        shelf.octets(parcel.payload().getString("answer")).map(ParsedLetter::of);
    if (answer.isEmpty()) {
      return Optional.empty(); // deleted meanwhile
    }
    Optional<ParsedLetter> first =
        shelf.octets(parcel.payload().getString("of")).map(ParsedLetter::of);
    return MailAddress.parse(recipient)
        .map(
            to ->
                new OutgoingMail.Composed(
                    OutgoingMail.BOUNCES, to, letter(parcel, to, first, answer.get())));
  }

  private Composition letter(
      DeliveryBatch parcel, MailAddress to, Optional<ParsedLetter> first, ParsedLetter answer) {
    List<Header> headers = new ArrayList<>();
    headers.add(ListHeaders.loop(site));
    first.flatMap(ParsedLetter::messageId).ifPresent(id -> headers.addAll(ListHeaders.below(id)));
    String subject = first.map(ForwardedLetter::subject).orElse("Your message");
    boolean isAnswer = subject.toLowerCase(Locale.ROOT).startsWith("re:");
    return new Composition(
        new NamedAddress("Operators of " + site.domain(), site.address("postmaster")),
        NamedAddress.of(to),
        isAnswer ? subject : "Re: " + subject,
        parcel.id() + "@" + site.domain(),
        parcel.at(),
        answer.text(),
        headers);
  }
}
