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

/**
 * Asks whether an address works, by being sent. It names no workspace and no person: whoever has
 * the address now may be somebody else.
 */
final class ProbeMail implements Composer {
  static final String KIND = "bounce.probe";

  private final Floor<Workspace> floor;
  private final Site site;

  ProbeMail(Floor<Workspace> floor, Site site) {
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
    return MailAddress.parse(recipient)
        .map(to -> new Outgoing.Composed(state.members().slug(), to, letter(parcel, to)));
  }

  private Composition letter(Parcel parcel, MailAddress to) {
    return site.own(
        "postmaster",
        parcel,
        to,
        "Does this address work?",
        """
      Letters from %s to this address came back on several days.

      If you read this, the address works, and you need not do anything. If this letter comes back
      too, we write a few times more, and then hold your mail back until you say that it works.
      """
            .formatted(site.domain()));
  }
}
