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
import org.caucus.words.Language;
import org.caucus.words.Phrases;
import org.caucus.workspace.Workspace;

/**
 * Asks whether an address works, by being sent. It names no workspace and no person: anyone who has
 * the address now may be somebody else, so it does not speak their language either.
 */
final class ProbeMail implements Composer {
  static final String KIND = "bounce.probe";

  /** What letters about mail that comes back say. */
  static final Phrases PHRASES = Phrases.of("bounces");

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
        PHRASES.say(Language.ENGLISH, "probe.subject"),
        PHRASES.say(Language.ENGLISH, "probe", site.domain()),
        Language.ENGLISH);
  }
}
