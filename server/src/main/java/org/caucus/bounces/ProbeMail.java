package org.caucus.bounces;

import java.util.Objects;
import java.util.Optional;
import org.caucus.command.CommandBus;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.DeliveryBatch;
import org.caucus.delivery.OutgoingMail;
import org.caucus.email.MailAddress;
import org.caucus.relay.Site;
import org.caucus.words.Language;
import org.caucus.words.MessageCatalogue;
import org.caucus.workspace.Workspace;

/**
 * Asks whether an address works, by being sent. It names no workspace and no person: anyone who has
 * the address now may be somebody else, so it does not speak their language either.
 */
final class ProbeMail implements Composer {
  static final String KIND = "bounce.probe";

  /** What letters about mail that comes back say. */
  static final MessageCatalogue PHRASES = MessageCatalogue.of("bounces");

  private final CommandBus<Workspace> floor;
  private final Site site;

  ProbeMail(CommandBus<Workspace> floor, Site site) {
    this.floor = floor;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    return MailAddress.parse(recipient)
        .map(to -> new OutgoingMail.Composed(state.members().slug(), to, letter(parcel, to)));
  }

  private Composition letter(DeliveryBatch parcel, MailAddress to) {
    return site.own(
        "postmaster",
        parcel,
        to,
        PHRASES.say(Language.ENGLISH, "probe.subject"),
        PHRASES.say(Language.ENGLISH, "probe", site.domain()),
        Language.ENGLISH);
  }
}
