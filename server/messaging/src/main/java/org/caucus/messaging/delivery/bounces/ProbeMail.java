package org.caucus.messaging.delivery.bounces;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.kernel.CommandBus;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
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
    return SystemMail.of(site, "postmaster", SystemMail.Recipient.plain(to, Language.ENGLISH))
        .write(parcel, PHRASES, "probe", Map.of("domain", site.domain()));
  }
}
