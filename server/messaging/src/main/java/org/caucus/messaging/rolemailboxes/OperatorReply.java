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
import org.caucus.messaging.inbound.RetainedLetters;

/** What an operator answered, from the role mailbox: a person's words, under nobody's name. */
final class OperatorReply implements Composer {
  static final String KIND = "operators.answer";

  /** Identifiers in References; the newest. */
  private static final int MOST_REFERENCES = 20;

  private final OperatorMailbox shelf;
  private final OperatorAnswers answers;
  private final Site site;

  OperatorReply(OperatorMailbox shelf, OperatorAnswers answers, Site site) {
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
    Optional<String> answer = answer(parcel);
    if (answer.isEmpty()) {
      return Optional.empty(); // deleted meanwhile
    }
    Optional<RetainedLetters> kept = shelf.find(parcel.payload().getString("of"));
    return MailAddress.parse(recipient)
        .map(
            to ->
                new OutgoingMail.Composed(
                    OutgoingMail.BOUNCES, to, letter(parcel, to, kept, answer.get())));
  }

  /** Words written at the shell, or those of a letter that an operator sent. */
  private Optional<String> answer(DeliveryBatch parcel) {
    return OperatorAnswers.wrote(parcel.payload())
        ? answers.of(parcel.payload())
        : shelf
            .octets(parcel.payload().getString("answer"))
            .map(ParsedLetter::of)
            .map(ParsedLetter::text);
  }

  /** The mailbox that a letter came to; the first of all where it is gone. */
  static NamedAddress from(Site site, RetainedLetters kept) {
    String role = ForwardedLetter.role(site, kept).localPart().toLowerCase(Locale.ROOT);
    return new NamedAddress("Operators of " + site.domain(), site.address(role));
  }

  /** Where it stands in its reader's mail program: below all that it answers. */
  private static List<Header> below(ParsedLetter first) {
    return first
        .messageId()
        .map(
            id ->
                List.of(
                    Header.ids("In-Reply-To", List.of(id)),
                    Header.ids("References", thread(first, id))))
        .orElse(List.of());
  }

  private static List<String> thread(ParsedLetter first, String id) {
    List<String> ids = new ArrayList<>(first.references());
    ids.remove(id);
    ids.add(id);
    return ids.subList(Math.max(0, ids.size() - MOST_REFERENCES), ids.size());
  }

  private Composition letter(
      DeliveryBatch parcel, MailAddress to, Optional<RetainedLetters> kept, String answer) {
    Optional<ParsedLetter> first = kept.flatMap(k -> shelf.octets(k.id())).map(ParsedLetter::of);
    List<Header> headers = new ArrayList<>();
    headers.add(ListHeaders.loop(site));
    first.map(OperatorReply::below).ifPresent(headers::addAll);
    String subject = first.map(ForwardedLetter::subject).orElse("Your message");
    boolean isAnswer = subject.toLowerCase(Locale.ROOT).startsWith("re:");
    return new Composition(
        kept.map(k -> from(site, k))
            .orElseGet(
                () ->
                    new NamedAddress("Operators of " + site.domain(), site.address("postmaster"))),
        NamedAddress.of(to),
        isAnswer ? subject : "Re: " + subject,
        parcel.id() + "@" + site.domain(),
        parcel.at(),
        answer,
        headers);
  }
}
