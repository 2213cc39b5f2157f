package org.caucus.notices;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.digests.DigestClock;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.text.HeaderText;
import org.caucus.lists.Delivery;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.notices.NoticeLetter.Told;
import org.caucus.notices.hearing.Interest;
import org.caucus.relay.Current;
import org.caucus.relay.SeatAddresses;
import org.caucus.relay.Site;
import org.caucus.relay.Unsubscribe;
import org.caucus.relay.bare.BareLetter;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;

/**
 * Writes the notices of a day for one seat, of what that seat may read at the moment of sending.
 */
public final class NoticeDigest implements Composer {
  /** Happenings told in one letter; the others are counted. */
  static final int MAX_TOLD = 100;

  /** Characters told of one happening; the page has the rest. */
  static final int MAX_CHARS = 600;

  private final Floor<Workspace> floor;
  private final SeatAddresses addresses;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final NoticeLetter letter;

  /** The composer of {@code digest.notices}. */
  public NoticeDigest(
      Floor<Workspace> floor,
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
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    long upTo = parcel.payload().getLong("upTo");
    Workspace state = Current.at(floor, Objects.requireNonNull(parcel.workspace()), upTo);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    if (seat == null || state.lists().delivery(seat.id(), "") == Delivery.NONE) {
      return Optional.empty();
    }
    JsonArray items = parcel.payload().getJsonArray(DigestClock.ITEMS);
    return addresses
        .mailboxes(seat.person())
        .await()
        .flatMap(
            at -> {
              Words words = new Words(at.language());
              List<Told> all = told(state, seat.id(), items, words);
              return all.isEmpty()
                  ? Optional.empty()
                  : Optional.of(letter(state, seat, at.receiving(), all, parcel, words));
            });
  }

  /** What there is to tell of what was noted, as far as the seat can read it now. */
  private static List<Told> told(Workspace state, SeatId seat, JsonArray items, Words words) {
    List<Told> all = new ArrayList<>();
    for (Object item : items) {
      String[] place = ((String) item).split("/", 2);
      Commit commit = state.history().get(Integer.parseInt(place[0]) - 1);
      Event event = commit.events().get(Integer.parseInt(place[1]));
      Interest.in(state, commit, event)
          .filter(i -> i.mayRead(state, seat) && state.mayKnow(commit, event, seat))
          .flatMap(i -> state.scopeOf(i.about()))
          .flatMap(scope -> Told.of(state, commit, event, scope, seat, words))
          .ifPresent(all::add);
    }
    return all;
  }

  private Outgoing letter(
      Workspace state, Seat seat, MailAddress to, List<Told> all, Parcel parcel, Words words) {
    List<Told> open =
        all.stream().filter(t -> !NoticeComposer.isBare(state, t.event(), t.scope())).toList();
    if (open.isEmpty()) {
      return new BareLetter(site, unsubscribe, words.language())
          .of(state, to, seat.id(), "", parcel.id(), parcel.at(), "");
    }
    String slug = state.members().slug();
    var day = parcel.at().atZone(state.lists().habits().now(seat.id()).zone()).toLocalDate();
    return new Outgoing.Composed(
        slug,
        to,
        new Composition(
            new NamedAddress(HeaderText.clean(state.members().name()), letter.address(state)),
            new NamedAddress(HeaderText.clean(seat.name()), to),
            words.digestSubject(HeaderText.clean(state.members().name()), all.size(), day),
            parcel.id() + "@" + site.domain(),
            parcel.at(),
            text(state, open, all.size() - open.size(), seat, words)
                + words.digestFoot(site.page(slug, Words.CHOICES)),
            letter.common(state, seat.id(), words.language())));
  }

  private String text(Workspace state, List<Told> open, int withheld, Seat seat, Words words) {
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

  private String section(Workspace state, List<Told> told, Seat seat, Words words) {
    Story last = told.getLast().story();
    StringBuilder text = new StringBuilder();
    text.append("* ").append(HeaderText.clean(last.title())).append('\n');
    text.append("  ").append(site.page(state.members().slug(), last.path())).append('\n');
    for (Told one : told) {
      Scope scope = one.scope();
      text.append('\n').append(cut(one.story().body().strip()).indent(4));
      String readers =
          words.audience(state.members(), one.story().audience(), state.access().count(scope));
      text.append(words.readAndWhy(readers, NoticeLetter.why(state, List.of(one), seat.id())));
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
