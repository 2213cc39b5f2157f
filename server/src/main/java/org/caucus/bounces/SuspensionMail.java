package org.caucus.bounces;

import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Floor;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.MailAddress;
import org.caucus.relay.Site;
import org.caucus.workspace.Workspace;

/** Tells a person at another address of theirs that mail to one of them is held back. */
final class SuspensionMail implements Composer {
  static final String KIND = "bounce.suspended";
  static final String ADDRESS = "address";

  private final Floor<Workspace> floor;
  private final Site site;

  SuspensionMail(Floor<Workspace> floor, Site site) {
    this.floor = floor;
    this.site = site;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    String slug = state.members().slug();
    return MailAddress.parse(recipient)
        .map(to -> new Outgoing.Composed(slug, to, letter(parcel, slug, to)));
  }

  private Composition letter(Parcel parcel, String slug, MailAddress to) {
    String address = parcel.payload().getString(ADDRESS);
    return site.own(
        "postmaster",
        parcel,
        to,
        "Mail to " + address + " is held back",
        """
      Letters to %s came back on several days, and so did those that asked whether the address
      works. No mail is sent there any more. Nothing is lost: everything stays readable in the
      browser.

      When the address works again, go to

      %s

      To have your mail at another address, go to

      %s
      """
            .formatted(address, site.page(slug, "organisations"), site.baseUrl() + "/account"));
  }
}
