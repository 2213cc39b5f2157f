package org.caucus.messaging.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.notifications.actions.CalendarPart;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** A notice as a letter: what happened to one thing, in the order in which it did. */
final class NoticeLetter {
  private final ReplyTickets replies;
  private final Unsubscribe unsubscribe;
  private final Site site;

  NoticeLetter(ReplyTickets replies, Unsubscribe unsubscribe, Site site) {
    this.replies = replies;
    this.unsubscribe = unsubscribe;
    this.site = site;
  }

  /**
   * One happening, for the person who is told of it.
   *
   * @param scope who can read it
   */
  record Told(Commit commit, Event event, Scope scope, NoticeContent story) {
    /** The same, told in another way. */
    Told telling(NoticeContent other) {
      return new Told(commit, event, scope, other);
    }

    /** With its story; empty if there is none to tell to this reader. */
    static Optional<Told> of(
        Workspace state,
        Commit commit,
        Event event,
        Scope scope,
        SeatId reader,
        NoticeMessages words) {
      return NoticeStory.of(state, commit, event, reader, words)
          // what is told of an organisation or a seat is for fewer than may know of that
          .map(s -> new Told(commit, event, new Scope(s.audience(), null, scope), s));
    }
  }

  /**
   * The letter.
   *
   * @param all at least one, the oldest first; of several things only what one person changed
   */
  Composition of(
      Workspace state, List<Told> all, Seat seat, NamedAddress to, NoticeMessages words) {
    Told last = all.getLast();
    if (all.stream().anyMatch(t -> !t.story().thing().equals(last.story().thing()))) {
      return changes(state, all, seat, to, words);
    }
    String slug = state.members().slug();
    boolean alike = all.stream().allMatch(t -> isAlike(t, last));
    MailAddress answers = alike ? answers(state, last.commit(), seat) : null;
    List<Header> first = new ArrayList<>(threading(all));
    if (answers != null) {
      first.add(Header.addresses("Reply-To", List.of(NamedAddress.of(answers))));
    }
    Unsubscribe.What stops = stops(why(state, all, seat.id()), last.story().thing());
    SystemMail letter =
        SystemMail.news(
                site, slug, SystemMail.Recipient.member(state, seat.id(), to, words.language()))
            .from(from(state, all, seat.id()))
            .before(first)
            .with(unsubscribe.headers(slug, stops, seat.id()))
            .with(calendar(state, all, seat, to, answers, words.language()));
    if (alike) {
      letter.with(List.of(ListHeaders.audience(state, last.story().audience(), last.scope())));
    }
    String title = HeaderText.clean(last.story().title());
    String foot =
        words.foot(
            answers != null,
            site.page(slug, last.story().path()),
            alike ? readers(state, last, words) : words.severalAudiences(),
            hints(state, last, seat, answers, words),
            words.why(why(state, all, seat.id()), site.page(slug, NoticeMessages.CHOICES)));
    return letter.write(
        messageId(state, all.getFirst(), opens(all), seat.id()),
        last.commit().at(),
        opens(all) || isOfSeat(all) ? title : "Re: " + title,
        text(state, all, alike, seat, words) + "\n" + foot);
  }

  /**
   * What one person changed of several things: each thing once, with what it is now and was before,
   * its page, and the address at which it is answered.
   */
  private Composition changes(
      Workspace state, List<Told> all, Seat seat, NamedAddress to, NoticeMessages words) {
    Told last = all.getLast();
    String slug = state.members().slug();
    Map<Ref, List<Told>> byThing = new LinkedHashMap<>();
    all.forEach(t -> byThing.computeIfAbsent(t.story().thing(), k -> new ArrayList<>()).add(t));
    NotificationReason why = why(state, all, seat.id());
    String who = name(state, last, seat.id()).orElse(HeaderText.clean(state.members().name()));
    boolean answerable =
        all.stream().anyMatch(t -> ReplyTickets.canAnswer(state, t.commit(), seat.id()));
    String text =
        words.changes(who, byThing.size())
            + "\n\n"
            + byThing.values().stream()
                .map(told -> section(state, told, seat, words))
                .collect(Collectors.joining("\n"))
            + words.changesFoot(
                answerable,
                readers(state, last, words),
                words.why(why, site.page(slug, NoticeMessages.CHOICES)));
    Unsubscribe.What stops =
        why == NotificationReason.DECISION
            ? new Unsubscribe.What.Mail("")
            : new Unsubscribe.What.Reason(why);
    return SystemMail.news(
            site, slug, SystemMail.Recipient.member(state, seat.id(), to, words.language()))
        .from(from(state, all, seat.id()))
        .with(unsubscribe.headers(slug, stops, seat.id()))
        .with(List.of(ListHeaders.audience(state, last.story().audience(), last.scope())))
        .write(
            messageId(state, all.getFirst(), false, seat.id()),
            last.commit().at(),
            words.changesSubject(who, byThing.size()),
            text);
  }

  private String section(Workspace state, List<Told> told, Seat seat, NoticeMessages words) {
    NoticeContent last = told.getLast().story();
    StringBuilder text = new StringBuilder("* ");
    text.append(HeaderText.clean(last.title())).append('\n');
    for (Told one : told) {
      String brief = one.story().brief();
      String news = brief == null ? one.story().body().strip() : HeaderText.clean(brief);
      text.append(news.indent(2));
    }
    text.append("  ").append(site.page(state.members().slug(), last.path())).append('\n');
    MailAddress answers = answers(state, told.getLast().commit(), seat);
    return text + (answers == null ? "" : "  " + words.answerTo(answers) + "\n");
  }

  /** What an answer of one line does now; nothing for who cannot answer. */
  private static String hints(
      Workspace state, Told told, Seat seat, @Nullable MailAddress answers, NoticeMessages words) {
    if (answers == null) {
      return "";
    }
    boolean speaks = seat.role() != Role.OBSERVER;
    Ref thing = told.story().thing();
    return (speaks ? acts(state, thing, words) : "")
        + words.hint(thing, asks(state, told, answers), speaks, isOwn(state, told, seat));
  }

  private static String acts(Workspace state, Ref thing, NoticeMessages words) {
    boolean closed =
        state.issues().find(thing.id()).filter(i -> i.state().closed()).isPresent()
            || state.actions().find(thing.id()).filter(a -> a.state().over()).isPresent();
    return words.acts(thing, closed);
  }

  /** Whether it is an update of its reader's company. */
  private static boolean isOwn(Workspace state, Told told, Seat seat) {
    Ref thing = told.story().thing();
    return thing.kind() == Ref.Kind.UPDATE
        && state
            .updates()
            .find(thing.id())
            .filter(u -> u.company().equals(seat.organisation()))
            .isPresent();
  }

  /** Whether a word in answer says who comes: to what is said of an action it is only said. */
  private static boolean asks(Workspace state, Told told, @Nullable MailAddress answers) {
    Ref thing = told.story().thing();
    return answers != null
        && thing.kind() == Ref.Kind.ACTION
        && !(told.event() instanceof EntryEvent)
        && state.actions().find(thing.id()).filter(a -> !a.state().over()).isPresent();
  }

  /** Whether the same people can read both. */
  private static boolean isAlike(Told one, Told other) {
    return one.story().audience().equals(other.story().audience());
  }

  private static boolean opens(List<Told> all) {
    return all.stream().anyMatch(t -> t.story().opens());
  }

  /** What is told of a seat answers nothing: no letter opened it. */
  private static boolean isOfSeat(List<Told> all) {
    return all.getFirst().story().thing().kind() == Ref.Kind.SEAT;
  }

  private static String readers(Workspace state, Told told, NoticeMessages words) {
    int count = state.access().count(told.scope());
    return words.audience(state.members(), told.story().audience(), count);
  }

  /** Each in the words of a notice of its own; where readers differ, each says whose they are. */
  private String text(
      Workspace state, List<Told> all, boolean alike, Seat seat, NoticeMessages words) {
    if (all.size() == 1) {
      return all.getFirst().story().body().strip();
    }
    Duration within = Duration.between(all.getFirst().commit().at(), all.getLast().commit().at());
    return words.several(all.size(), within)
        + "\n\n"
        + all.stream()
            .map(
                t ->
                    t.story().body().strip()
                        + (alike
                            ? ""
                            : "\n"
                                + words.readBy(readers(state, t, words))
                                + answer(state, t, seat, words)))
            .collect(Collectors.joining(NoticeMessages.NEXT));
  }

  /** Where it is answered for its own readers, if it can be. */
  private String answer(Workspace state, Told told, Seat seat, NoticeMessages words) {
    MailAddress address = answers(state, told.commit(), seat);
    return address == null ? "" : "\n" + words.answerTo(address);
  }

  /** The strongest reason of them. */
  static NotificationReason why(Workspace state, List<Told> all, SeatId seat) {
    return all.stream()
        .flatMap(t -> NotificationReasons.of(state, t.commit(), t.event()).why(seat).stream())
        .min(Comparator.naturalOrder())
        .orElse(NotificationReason.NEW);
  }

  private Composition.@Nullable CalendarPart calendar(
      Workspace state,
      List<Told> all,
      Seat seat,
      NamedAddress to,
      @Nullable MailAddress answers,
      Language language) {
    return all.reversed().stream()
        .flatMap(
            t ->
                CalendarPart.of(
                    state,
                    t.event(),
                    seat,
                    to.address(),
                    action -> organizer(state, action, seat).or(() -> Optional.ofNullable(answers)),
                    site,
                    language)
                    .stream())
        .findFirst()
        .orElse(null);
  }

  /** Where this seat's calendar answers, in all letters of an action the same. */
  private Optional<MailAddress> organizer(Workspace state, Action action, Seat seat) {
    return ReplyTickets.organizes(state, action, seat.id()).map(c -> address(state, c, seat));
  }

  private MailAddress address(Workspace state, long commit, Seat seat) {
    return MailAddress.of(
        replies.address(state.members().slug(), site.domain(), commit, seat.id()));
  }

  /** Where this seat answers; null if an answer would have no one place to go to. */
  @Nullable MailAddress answers(Workspace state, Commit commit, Seat seat) {
    return ReplyTickets.canAnswer(state, commit, seat.id())
        ? address(state, commit.sequence(), seat)
        : null;
  }

  /** The first notice of a thing is called by the thing, a comment's by the entry. */
  private String messageId(Workspace state, Told first, boolean opens, SeatId reader) {
    String name =
        opens
            ? first.story().thing().id()
            : first.event() instanceof EntryEvent.EntryPosted e
                ? e.id()
                : first.commit().id() + "." + place(state, first, reader);
    return name;
  }

  /** Among what this reader may know of: a gap would tell how much else was done. */
  private static int place(Workspace state, Told told, SeatId reader) {
    return state.visibleEvents(told.commit(), reader).indexOf(told.event());
  }

  private List<Header> threading(List<Told> all) {
    if (opens(all)) {
      return List.of();
    }
    String root = all.getFirst().story().thing().id() + "@" + site.domain();
    return ListHeaders.below(root);
  }

  /**
   * What one click stops: the kind of what is new or comes to all convenors, else the thing, for
   * the reason is a good one for others. What asks for a decision is stopped with all notices only.
   */
  private static Unsubscribe.What stops(NotificationReason why, Ref thing) {
    return switch (why) {
      case DECISION -> new Unsubscribe.What.Mail("");
      case NEW, CARE, MENTIONED -> new Unsubscribe.What.Reason(why);
      case ASSIGNED, NAMED, REQUEST, REPLY, FOLLOWED ->
          Capabilities.isFollowed(thing)
              ? new Unsubscribe.What.Thing(thing)
              : new Unsubscribe.What.Reason(why);
    };
  }

  /** The person who did it; of what several did, the workspace. */
  private NamedAddress from(Workspace state, List<Told> all, SeatId reader) {
    List<Optional<String>> names =
        all.stream().map(t -> name(state, t, reader)).distinct().toList();
    String workspace = HeaderText.clean(state.members().name());
    String name =
        names.size() > 1
            ? workspace
            : names.getFirst().map(n -> n + NoticeMessages.VIA + workspace).orElse(workspace);
    return new NamedAddress(name, address(state));
  }

  /** Whose words it tells, by name; empty for the server. */
  private static Optional<String> name(Workspace state, Told told, SeatId reader) {
    return OutsideAuthor.of(state, told.commit(), told.event(), reader)
        .or(
            () ->
                Optional.ofNullable(
                        NotificationAudience.speaker(state, told.commit(), told.event()))
                    .map(state.members()::nameOf))
        .map(HeaderText::clean);
  }

  /** Where notices come from. */
  MailAddress address(Workspace state) {
    return site.address(state.members().slug() + "+notices");
  }
}
