package org.caucus.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.caucus.answers.AnswerLimit;
import org.caucus.command.Event;
import org.caucus.command.Floor;
import org.caucus.command.SeatId;
import org.caucus.delivery.Composer;
import org.caucus.delivery.Composition;
import org.caucus.delivery.Outgoing;
import org.caucus.delivery.Parcel;
import org.caucus.email.Header;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.text.HeaderText;
import org.caucus.entries.EntryEvent;
import org.caucus.letters.Letters;
import org.caucus.lists.Delivery;
import org.caucus.lists.mail.Channel;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.moderation.HoldCodes;
import org.caucus.notices.actions.CalendarPart;
import org.caucus.notices.hearing.Hearing;
import org.caucus.notices.hearing.Interest;
import org.caucus.notices.waiting.HoldMail;
import org.caucus.notices.waiting.HoldNews;
import org.caucus.relay.Current;
import org.caucus.relay.ListHeaders;
import org.caucus.relay.SeatAddresses;
import org.caucus.relay.Site;
import org.caucus.relay.Unsubscribe;
import org.caucus.relay.bare.BareLetter;
import org.caucus.updates.drafts.DraftEvent;
import org.caucus.wishes.Kind;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Writes a notice for one seat, if it may still read what the notice is about. */
public final class NoticeComposer implements Composer {
  /** Its kind of parcel. */
  public static final String KIND = "notice.event";

  private final Floor<Workspace> floor;
  private final SeatAddresses addresses;
  private final ReplyTickets replies;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final HoldMail holds;

  /** The composer of {@code notice.event}. */
  public NoticeComposer(
      Floor<Workspace> floor,
      SeatAddresses addresses,
      ReplyTickets replies,
      Unsubscribe unsubscribe,
      Site site,
      HoldCodes codes) {
    this.floor = floor;
    this.addresses = addresses;
    this.replies = replies;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.holds =
        new HoldMail(site, codes, AnswerLimit.ofQuestions()::left, AnswerLimit.ofQuestions()::left);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Outgoing> compose(Parcel parcel, String recipient) {
    long sequence = parcel.payload().getLong(Notices.SEQUENCE);
    Workspace state = Current.at(floor, Objects.requireNonNull(parcel.workspace()), sequence);
    Commit commit = Notices.commit(state, parcel);
    Event event = Notices.event(state, parcel);
    Seat seat = state.members().seats().get(new SeatId(recipient));
    Optional<Interest> interest = Interest.in(state, commit, event);
    if (seat == null
        || !state.mayKnow(commit, event, seat.id())
        || interest.filter(i -> i.mayRead(state, seat.id())).isEmpty()) {
      return Optional.empty();
    }
    if (!wants(state, commit, event, seat.id())
        || state
            .members()
            .isHeardElsewhere(
                seat,
                s ->
                    wants(state, commit, event, s)
                        && Notices.concerns(state, commit, event, interest.get(), s))) {
      return Optional.empty();
    }
    Optional<MailAddress> address = addresses.of(seat.person()).await();
    Scope scope = state.scopeOf(interest.get().about()).orElseThrow();
    return address.flatMap(
        to -> {
          if (isBare(state, event, scope)) {
            return bare(state, commit, event, seat, to, parcel.id());
          }
          NamedAddress named = new NamedAddress(HeaderText.clean(seat.name()), to);
          Optional<HoldNews> news = HoldNews.of(state, event);
          Optional<Composition> letter =
              news.isPresent()
                  ? held(state, commit, event, news.get(), seat, named, parcel.id())
                  : notice(state, commit, event, interest.get(), seat, named);
          return letter.map(l -> new Outgoing.Composed(state.members().slug(), to, l));
        });
  }

  /**
   * Whether mail of it holds no words: by where it stands, and for what is not there yet by whom it
   * is meant for.
   */
  private static boolean isBare(Workspace state, Event event, Scope about) {
    Optional<Scope> meant =
        switch (event) {
          case DraftEvent.UpdateDrafted e ->
              Optional.of(new Scope(e.said().audience(), null, desk(e)));
          case DraftEvent e -> Optional.of(desk(e));
          default -> HoldNews.of(state, event).map(n -> Letters.readers(state, n.hold()));
        };
    return BareLetter.isAskedFor(state, about)
        || meant.filter(scope -> BareLetter.isAskedFor(state, scope)).isPresent();
  }

  private static Scope desk(DraftEvent event) {
    return Scope.place(Audience.companyOnly(event.company()));
  }

  /** Who is asked about a held letter is asked whatever they chose: somebody waits for it. */
  private static boolean wants(Workspace state, Commit commit, Event event, SeatId seat) {
    return HoldNews.of(state, event).filter(n -> n.isAsked(seat)).isPresent()
        || !isUnwanted(state, commit, seat);
  }

  private static boolean isUnwanted(Workspace state, Commit commit, SeatId seat) {
    return state.lists().delivery(seat, "") == Delivery.NONE
        || state.lists().habits().channel(seat, "", commit.sequence(), commit.at(), false)
            == Channel.NONE;
  }

  private Optional<Outgoing> bare(
      Workspace state, Commit commit, Event event, Seat seat, MailAddress to, String parcel) {
    BareLetter letter = new BareLetter(site, unsubscribe);
    String id = commit.id() + "." + place(state, commit, event, seat.id());
    Optional<HoldNews> news = HoldNews.of(state, event);
    if (news.isPresent()) {
      return holds.isDue(news.get(), commit, to, parcel)
          ? Optional.of(letter.of(state, to, seat.id(), page(news.get()), id, commit.at(), ""))
          : Optional.empty();
    }
    return Story.of(state, commit, event, seat.id())
        .map(
            story -> {
              String page = BareLetter.page(story.thing());
              return letter.of(state, to, seat.id(), page, id, commit.at(), "");
            });
  }

  private static String page(HoldNews news) {
    return BareLetter.page(news.hold().ref());
  }

  private Optional<Composition> held(
      Workspace state,
      Commit commit,
      Event event,
      HoldNews news,
      Seat seat,
      NamedAddress to,
      String parcel) {
    Scope scope = Letters.readers(state, news.hold());
    String readers = Words.audience(state.members(), scope.audience(), state.access().count(scope));
    var slip = new HoldMail.Slip(seat.id(), to, parcel, readers);
    return holds.of(state, commit, event, news, slip);
  }

  private Optional<Composition> notice(
      Workspace state, Commit commit, Event event, Interest interest, Seat seat, NamedAddress to) {
    Optional<Scope> about = state.scopeOf(interest.about());
    Optional<Story> told = Story.of(state, commit, event, seat.id());
    if (about.isEmpty() || told.isEmpty()) {
      return Optional.empty();
    }
    Story story = told.get();
    // what is told of an organisation or a seat is for fewer than may know of that
    Scope scope = new Scope(story.audience(), null, about.get());
    int readers = state.access().count(scope);
    String slug = state.members().slug();
    String foot =
        Words.foot(
            site.page(slug, story.path()),
            Words.audience(state.members(), story.audience(), readers),
            Words.why(
                Hearing.of(state, commit, event).why(seat.id()).orElse(Kind.NEW),
                site.page(slug, Words.CHOICES)));
    List<Header> headers = new ArrayList<>(threading(story));
    MailAddress answers = answers(state, commit, seat);
    if (answers != null) {
      headers.add(Header.addresses("Reply-To", List.of(NamedAddress.of(answers))));
    }
    headers.addAll(common(state, seat.id()));
    headers.add(ListHeaders.audience(state, story.audience(), scope));
    String title = HeaderText.clean(story.title());
    return Optional.of(
        new Composition(
            from(state, commit.seat()),
            to,
            story.opens() ? title : "Re: " + title,
            messageId(state, commit, event, story, seat.id()),
            commit.at(),
            story.body().strip() + "\n" + foot,
            headers,
            CalendarPart.of(state, event, seat, to.address(), answers, site).orElse(null)));
  }

  /** Where this seat answers; null if an answer would have no one place to go to. */
  private @Nullable MailAddress answers(Workspace state, Commit commit, Seat seat) {
    return ReplyTickets.canAnswer(state, commit, seat.id())
        ? MailAddress.of(
            replies.address(state.members().slug(), site.domain(), commit.sequence(), seat.id()))
        : null;
  }

  /** The first notice of a thing is called by the thing, a comment's by the entry. */
  private String messageId(
      Workspace state, Commit commit, Event event, Story story, SeatId reader) {
    String name =
        story.opens()
            ? story.thing().id()
            : event instanceof EntryEvent.EntryPosted e
                ? e.id()
                : commit.id() + "." + place(state, commit, event, reader);
    return name + "@" + site.domain();
  }

  /** Among what this reader may know of: a gap would tell how much else was done. */
  private static int place(Workspace state, Commit commit, Event event, SeatId reader) {
    return state.visibleEvents(commit, reader).indexOf(event);
  }

  private List<Header> threading(Story story) {
    if (story.opens()) {
      return List.of();
    }
    String root = story.thing().id() + "@" + site.domain();
    return List.of(
        Header.ids("In-Reply-To", List.of(root)), Header.ids("References", List.of(root)));
  }

  private List<Header> common(Workspace state, SeatId seat) {
    String slug = state.members().slug();
    List<Header> headers = new ArrayList<>();
    headers.add(Header.structured("List-Id", "<" + slug + "." + site.domain() + ">"));
    headers.add(Header.structured("Precedence", "list"));
    headers.add(Header.structured("Auto-Submitted", "auto-generated"));
    headers.add(ListHeaders.loop(site));
    headers.addAll(unsubscribe.headers(slug, "", seat));
    return headers;
  }

  private NamedAddress from(Workspace state, @Nullable SeatId actor) {
    String workspace = HeaderText.clean(state.members().name());
    String name =
        actor == null
            ? workspace
            : HeaderText.clean(state.members().nameOf(actor)) + Words.VIA + workspace;
    return new NamedAddress(name, site.address(state.members().slug() + "+notices"));
  }
}
