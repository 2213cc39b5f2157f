package org.caucus.messaging.delivery.bounces;

import static org.caucus.messaging.delivery.bounces.ProbeMail.PHRASES;

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
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;

/** Tells a person at another address of theirs that mail to one of them is held back. */
final class SuspensionMail implements Composer {
  static final String KIND = "bounce.suspended";
  static final String ADDRESS = "address";

  private final CommandBus<Workspace> floor;
  private final SeatAddresses readers;
  private final Site site;

  SuspensionMail(CommandBus<Workspace> floor, SeatAddresses readers, Site site) {
    this.floor = floor;
    this.readers = readers;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    String slug = state.members().slug();
    return MailAddress.parse(recipient)
        .map(to -> new OutgoingMail.Composed(slug, to, letter(parcel, slug, to)));
  }

  private Composition letter(DeliveryBatch parcel, String slug, MailAddress to) {
    String address = parcel.payload().getString(ADDRESS);
    Language language = readers.language(to).await();
    String account = site.baseUrl() + "/account";
    String page = site.page(slug, "organisations");
    return SystemMail.of(site, "postmaster", SystemMail.Recipient.person(readers, to, language))
        .write(
            parcel,
            PHRASES,
            "suspension",
            Map.of("address", address, "page", page, "account", account));
  }
}
