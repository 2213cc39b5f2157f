package org.caucus.messaging.notifications.weekly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.messaging.distribution.recipients.SeatAddresses.Mailboxes;
import org.caucus.workspace.Workspace;

/** Writes a weekly letter for one seat, of what that seat may read at the moment of sending. */
public final class WeeklyMail implements Composer {
  /** Things told in one letter, which is two screens; the others are counted. */
  static final int MAX_THINGS = 20;

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;

  /** The composer of {@code digest.weekly}. */
  public WeeklyMail(
      CommandBus<Workspace> floor, SeatAddresses addresses, Unsubscribe unsubscribe, Site site) {
    this.floor = floor;
    this.addresses = addresses;
    this.unsubscribe = unsubscribe;
    this.site = site;
  }

  @Override
  public String kind() {
    return WeeklySender.KIND;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    Workspace state = floor.read(Objects.requireNonNull(parcel.workspace())).await();
    Seat seat = state.members().seats().get(new SeatId(recipient));
    WeeklyMailing weekly = WeeklyMailing.valueOf(parcel.payload().getString(WeeklySender.WHICH));
    if (seat == null
        || !seat.active()
        || state.lists().delivery(seat.id(), "") == Delivery.NONE
        || !state.lists().habits().now(seat.id()).weekly().contains(weekly)) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochMilli(parcel.payload().getLong(WeeklySender.UNTIL));
    return letter(state, seat, weekly, until, new Name(parcel.id(), parcel.at()));
  }

  /** What one letter is called by, and when it was put. */
  record Name(String id, Instant at) {}

  /**
   * The letter of the week before this moment; empty if nothing happened or nobody gets it. That no
   * company said anything is what a letter of companies has to say.
   */
  Optional<OutgoingMail> letter(
      Workspace state, Seat seat, WeeklyMailing weekly, Instant until, Name name) {
    return addresses
        .mailboxes(seat.person())
        .await()
        .flatMap(at -> letter(state, seat, at, weekly, until, name));
  }

  private Optional<OutgoingMail> letter(
      Workspace state, Seat seat, Mailboxes at, WeeklyMailing weekly, Instant until, Name name) {
    MailAddress to = at.receiving();
    WeeklyMessages words = new WeeklyMessages(at.language());
    Instant from = until.minus(WeeklySender.WEEK);
    WeeklySummary week = WeeklySummary.of(state, seat.id(), weekly, from, until, words);
    if (week.isEmpty() && !isSilence(state, weekly, week)) {
      return Optional.empty();
    }
    return Optional.of(
        week.parties().isEmpty() && week.withheld() > 0
            ? new ContentFreeMail(site, unsubscribe, words.language())
                .of(state, to, seat.id(), "", name.id(), name.at(), stops(weekly))
            : written(state, seat, to, weekly, week, until, name, words));
  }

  private OutgoingMail written(
      Workspace state,
      Seat seat,
      MailAddress to,
      WeeklyMailing weekly,
      WeeklySummary week,
      Instant until,
      Name name,
      WeeklyMessages words) {
    String slug = state.members().slug();
    String workspace = HeaderText.clean(state.members().name());
    var day = until.atZone(state.lists().habits().now(seat.id()).zone()).toLocalDate();
    NamedAddress reader = new NamedAddress(HeaderText.clean(seat.name()), to);
    String subject = words.subject(workspace, weekly, day);
    Composition letter =
        SystemMail.news(
                site, slug, SystemMail.Recipient.member(state, seat.id(), reader, words.language()))
            .from(new NamedAddress(workspace, site.address(slug + "+notices")))
            .with(unsubscribe.headers(slug, stops(weekly), seat.id()))
            .write(name.id(), name.at(), subject, text(state, weekly, week, words));
    return new OutgoingMail.Composed(slug, to, letter);
  }

  private static Unsubscribe.What stops(WeeklyMailing weekly) {
    return new Unsubscribe.What.WeeklyLetter(weekly);
  }

  /** Party by party, and of companies also which said nothing. */
  private String text(
      Workspace state, WeeklyMailing weekly, WeeklySummary week, WeeklyMessages words) {
    StringBuilder text = new StringBuilder();
    int left = MAX_THINGS;
    int parties = 0;
    for (Map.Entry<String, List<WeeklySummary.Line>> party : week.parties().entrySet()) {
      if (left > 0) {
        // no party takes the place of the others
        int share = Math.max(1, left / (week.parties().size() - parties++));
        List<WeeklySummary.Line> some =
            party.getValue().subList(0, Math.min(share, party.getValue().size()));
        String actor = HeaderText.clean(party.getKey());
        some.forEach(line -> text.append(line(state, actor, line, words)));
        text.append('\n');
        left -= some.size();
      }
    }
    String home = site.page(state.members().slug(), "");
    int told = week.things() - week.withheld();
    int more = told - (MAX_THINGS - left);
    if (more > 0) {
      text.append(words.more(more, home));
    }
    if (isSilence(state, weekly, week)) {
      text.append(words.silent(silent(state, week)));
    }
    if (week.withheld() > 0) {
      text.append(words.withheld(week.withheld(), home));
    }
    return text + words.foot(weekly, site.page(state.members().slug(), "my-mail"));
  }

  private String line(
      Workspace state, String actor, WeeklySummary.Line line, WeeklyMessages words) {
    return words.deeds(actor, HeaderText.clean(line.title()), line.deeds()).stream()
            .map(told -> "* " + told + "\n")
            .collect(Collectors.joining())
        + "  "
        + site.page(state.members().slug(), line.path())
        + "\n";
  }

  /** Whether there are companies of whom it may be told that they said nothing. */
  private static boolean isSilence(Workspace state, WeeklyMailing weekly, WeeklySummary week) {
    return weekly == WeeklyMailing.UPDATES
        && week.withheld() == 0
        && !ContentFreeMail.isAskedFor(state, Updates.FEED)
        && !silent(state, week).isEmpty();
  }

  private static List<String> silent(Workspace state, WeeklySummary week) {
    return state.members().parties().stream()
        .filter(o -> o.side() == Side.COMPANY)
        .map(Organisation::name)
        .filter(name -> !week.parties().containsKey(name))
        .toList();
  }
}
