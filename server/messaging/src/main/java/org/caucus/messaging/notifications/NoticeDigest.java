package org.caucus.messaging.notifications;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
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
import org.caucus.messaging.notifications.NoticeLetter.Told;
import org.caucus.messaging.notifications.digests.DigestClock;
import org.caucus.messaging.notifications.digests.UndeliveredDigests;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;

/**
 * Writes the notices of a day for one seat, of what that seat may read at the moment of sending.
 */
public final class NoticeDigest implements Composer {
  /** Happenings told in one letter; the others are counted. */
  static final int MAX_TOLD = 100;

  /** Characters told of one happening; the page has the rest. */
  static final int MAX_CHARS = 600;

  private final CommandBus<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final NoticeLetter letter;

  /** The composer of {@code digest.notices}. */
  public NoticeDigest(
      CommandBus<Workspace> floor,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site) {
    this.floor = floor;
    this.addresses = addresses;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.letter = new NoticeLetter(replies, unsubscribe, site);
  }

  @Override
  public String kind() {
    return DigestClock.NOTICES;
  }

  @Override
  public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
    long upTo = parcel.payload().getLong("upTo");
    Workspace state = WorkspaceAt.sequence(floor, Objects.requireNonNull(parcel.workspace()), upTo);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (seat == null || state.lists().delivery(seat.id(), "") == Delivery.NONE) {
      return Optional.empty();
    }
    List<String> items =
        parcel.payload().getJsonArray(DigestClock.ITEMS).stream().map(String.class::cast).toList();
    return addresses
        .mailboxes(seat.person())
        .await()
        .flatMap(
            at -> {
              NoticeMessages words = new NoticeMessages(at.language());
              List<Told> all = told(state, seat.id(), items, words);
              return all.isEmpty()
                  ? Optional.empty()
                  : Optional.of(letter(state, seat, at.receiving(), all, parcel, words));
            });
  }

  /** What there is to tell of what was noted, as far as the seat can read it now. */
  private static List<Told> told(
      Workspace state, SeatId seat, List<String> items, NoticeMessages words) {
    List<Told> all = new ArrayList<>();
    for (String item : items) {
      String[] place = item.split("/", 2);
      Commit commit = state.history().get(Integer.parseInt(place[0]) - 1);
      Event event = commit.events().get(Integer.parseInt(place[1]));
      NotificationAudience.in(state, commit, event)
          .filter(i -> i.mayRead(state, seat) && state.mayKnow(commit, event, seat))
          .flatMap(i -> state.scopeOf(i.about()))
          .flatMap(scope -> Told.of(state, commit, event, scope, seat, words))
          .ifPresent(all::add);
    }
    return all;
  }

  private OutgoingMail letter(
      Workspace state,
      Seat seat,
      MailAddress to,
      List<Told> all,
      DeliveryBatch parcel,
      NoticeMessages words) {
    List<Told> open =
        all.stream()
            .filter(t -> !NoticeComposer.isBare(state, t.commit(), t.event(), t.scope()))
            .toList();
    if (open.isEmpty()) {
      return new ContentFreeMail(site, unsubscribe, words.language())
          .of(state, to, seat.id(), "", parcel.id(), parcel.at(), "");
    }
    String slug = state.members().slug();
    var day = parcel.at().atZone(state.lists().habits().now(seat.id()).zone()).toLocalDate();
    String workspace = HeaderText.clean(state.members().name());
    NamedAddress reader = new NamedAddress(HeaderText.clean(seat.name()), to);
    Composition written =
        SystemMail.news(
                site, slug, SystemMail.Recipient.member(state, seat.id(), reader, words.language()))
            .from(new NamedAddress(workspace, letter.address(state)))
            .with(unsubscribe.headers(slug, new Unsubscribe.What.Mail(""), seat.id()))
            .write(
                parcel,
                words.digestSubject(workspace, all.size(), day),
                absent(state, seat, parcel, words)
                    + text(state, open, all.size() - open.size(), seat, words)
                    + words.digestFoot(site.page(slug, NoticeMessages.CHOICES)));
    return new OutgoingMail.Composed(slug, to, written);
  }

  /** What the digests were about that did not come, as far as it can be read now; once each. */
  private String absent(Workspace state, Seat seat, DeliveryBatch parcel, NoticeMessages words) {
    ZoneId zone = state.lists().habits().now(seat.id()).zone();
    StringBuilder text = new StringBuilder();
    for (UndeliveredDigests.Missed missed : UndeliveredDigests.in(parcel).toList()) {
      List<String> things =
          told(state, seat.id(), missed.items(), words).stream()
              .filter(t -> !NoticeComposer.isBare(state, t.commit(), t.event(), t.scope()))
              .map(t -> named(state, t.story()))
              .distinct()
              .toList();
      LocalDate day = LocalDate.ofInstant(missed.at(), zone);
      if (!things.isEmpty()) {
        text.append(words.missed(missed.tried(), day, missed.code())).append("\n\n");
        things.stream().limit(MAX_TOLD).forEach(text::append);
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** What something is called, and where it stands. */
  private String named(Workspace state, NoticeContent story) {
    String page = site.page(state.members().slug(), story.path());
    return "* " + HeaderText.clean(story.title()) + "\n  " + page + "\n";
  }

  private String text(
      Workspace state, List<Told> open, int withheld, Seat seat, NoticeMessages words) {
    List<Told> some = open.subList(0, Math.min(MAX_TOLD, open.size()));
    Map<Ref, List<Told>> byThing = new LinkedHashMap<>();
    some.forEach(t -> byThing.computeIfAbsent(t.story().thing(), k -> new ArrayList<>()).add(t));
    StringBuilder text = new StringBuilder();
    byThing.values().forEach(told -> text.append(section(state, told, seat, words)).append('\n'));
    int more = open.size() - some.size();
    return text
        + (more > 0 ? words.moreNotices(more, home(state)) : "")
        + (withheld > 0 ? words.withheldNotices(withheld, home(state)) : "");
  }

  private String home(Workspace state) {
    return site.page(state.members().slug(), "");
  }

  private String section(Workspace state, List<Told> told, Seat seat, NoticeMessages words) {
    NoticeContent last = told.getLast().story();
    StringBuilder text = new StringBuilder();
    text.append(named(state, last));
    for (Told one : told) {
      Scope scope = one.scope();
      text.append('\n').append(cut(one.story().body().strip()).indent(4));
      String readers =
          words.audience(state.members(), one.story().audience(), state.access().count(scope));
      text.append(words.readAndWhy(readers, NoticeLetter.why(state, List.of(one), seat.id())));
      MailAddress answers = letter.answers(state, one.commit(), seat);
      text.append(answers == null ? "" : "    (" + words.answerTo(answers) + ")\n");
    }
    return text.toString();
  }

  private static String cut(String body) {
    if (body.length() <= MAX_CHARS) {
      return body;
    }
    boolean split = Character.isHighSurrogate(body.charAt(MAX_CHARS - 1));
    return body.substring(0, split ? MAX_CHARS - 1 : MAX_CHARS) + " […]";
  }
}
