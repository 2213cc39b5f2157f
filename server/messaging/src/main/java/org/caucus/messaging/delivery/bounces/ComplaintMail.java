package org.caucus.messaging.delivery.bounces;

import static org.caucus.messaging.delivery.bounces.ProbeMail.PHRASES;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Workspace;

/**
 * Tells a member whose mail system called a letter spam, perhaps by a slip of the thumb, that this
 * mail has stopped, and how it begins again.
 */
final class ComplaintMail implements Composer {
  static final String KIND = "bounce.complaint";
  static final String SEAT = "seat";
  static final String LIST = "list";

  /** Which weekly letter it was, as its own parcel says it; none for all else. */
  static final String WEEKLY = "weekly";

  /** After this time the link in the letter does nothing, and a letter would be pointless. */
  static final Duration LIFETIME = Duration.ofDays(7);

  private final CommandBus<Workspace> floor;
  private final Unsubscribe unsubscribe;
  private final SeatAddresses readers;
  private final Site site;
  private final InstantSource clock;

  ComplaintMail(
      CommandBus<Workspace> floor,
      SeatAddresses readers,
      Unsubscribe unsubscribe,
      Site site,
      InstantSource clock) {
    this.floor = floor;
    this.unsubscribe = unsubscribe;
    this.readers = readers;
    this.site = site;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    if (clock.instant().isAfter(parcel.at().plus(LIFETIME))) {
      return Optional.empty();
    }
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    String slug = state.members().slug();
    Seat seat = state.members().seats().get(new SeatId(parcel.payload().getString(SEAT)));
    return Optional.ofNullable(seat)
        .filter(Seat::active)
        .flatMap(s -> MailAddress.parse(recipient))
        .map(to -> new OutgoingMail.Composed(slug, to, letter(parcel, slug, to)));
  }

  private static Unsubscribe.What what(DeliveryBatch parcel) {
    String weekly = parcel.payload().getString(WEEKLY);
    return weekly == null
        ? new Unsubscribe.What.Mail(parcel.payload().getString(LIST))
        : new Unsubscribe.What.WeeklyLetter(WeeklyMailing.valueOf(weekly));
  }

  private Composition letter(DeliveryBatch parcel, String slug, MailAddress to) {
    SeatId seat = new SeatId(parcel.payload().getString(SEAT));
    Instant until = parcel.at().plus(LIFETIME);
    String ticket = unsubscribe.rejoin(what(parcel), seat, until);
    Language language = readers.language(to).await();
    return SystemMail.of(site, "postmaster", SystemMail.Recipient.person(readers, to, language))
        .write(
            parcel, PHRASES, "complaint", Map.of("link", site.page(slug, "unsubscribe/" + ticket)));
  }
}
