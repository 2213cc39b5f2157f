package org.caucus.messaging.notifications.autoreply;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberPresenter;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.VisibleMessageIds;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.mailcommands.CommandParser;
import org.caucus.coalition.mailcommands.MailCommand;
import org.caucus.coalition.mailcommands.RequesterSeats;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.Threading;
import org.caucus.messaging.distribution.receipts.DeliveryLedger;
import org.caucus.messaging.distribution.receipts.DeliveryStatusOfSeat;
import org.caucus.messaging.distribution.rendering.ReplyToPolicy;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered and what came of it, line by line, as the asker may read it now: what could be
 * read when it was ordered, and cannot any more, is told like what was never there.
 */
final class CommandTranscript {
  /** Updates of one company that help names. */
  private static final int MOST_UPDATES = 10;

  private final Workspace state;
  private final RequesterSeats seats;
  private final LetterEvent.LetterObeyed obeyed;
  private final DeliveryLedger ledger;
  private final ReplyTickets replies;
  private final Site site;
  private final ZoneId zone;
  private final TranscriptMessages words;
  private final UndeliveredReasons without;
  private final MailFinder finder;

  CommandTranscript(
      Workspace state,
      LetterEvent.LetterObeyed obeyed,
      DeliveryLedger ledger,
      ReplyTickets replies,
      MailFinder finder,
      Site site,
      Language language) {
    this.finder = finder;
    this.words = new TranscriptMessages(language);
    this.state = state;
    this.seats = RequesterSeats.of(state, obeyed.seat());
    this.obeyed = obeyed;
    this.ledger = ledger;
    this.replies = replies;
    this.site = site;
    this.without = new UndeliveredReasons(state, ledger, site, words);
    this.zone = state.lists().habits().now(obeyed.seat()).zone();
  }

  /** The address at which orders are taken. */
  String control() {
    return site.address(state.members().slug() + "+control").toString();
  }

  String text() {
    StringBuilder text = new StringBuilder(obeyed.done() ? "" : words.nothingDone());
    for (var line : obeyed.lines()) {
      text.append("> ").append(line.text()).append('\n');
      String fault = line.fault();
      String answer =
          fault != null
              ? words.fault(line.reason(), fault)
              : obeyed.done() ? answer(line.text()) : words.notTried();
      text.append(answer.stripTrailing()).append("\n\n");
    }
    return text.append(words.foot(control())).toString();
  }

  /** Whether any of it must not be told by mail. */
  boolean isWithheld() {
    if (ContentFreeMail.isAskedFor(state, Scope.place(Audience.everyone()))) {
      return true;
    }
    boolean here = seats.list(obeyed.list()).filter(this::isWithheld).isPresent();
    return here
        || obeyed.lines().stream()
            .flatMap(l -> order(l.text()).stream())
            .flatMap(o -> listOf(o).stream())
            .anyMatch(this::isWithheld);
  }

  private boolean isWithheld(MailingList list) {
    return ContentFreeMail.isAskedFor(state, list.scope());
  }

  private Optional<MailingList> listOf(MailCommand order) {
    return switch (order) {
      case MailCommand.SetMode o -> seats.list(o.list());
      case MailCommand.Suspend o -> seats.list(o.list());
      case MailCommand.Resume o -> seats.list(o.list());
      case MailCommand.Who o -> seats.list(o.list());
      case MailCommand.Index o -> seats.list(o.list());
      case MailCommand.Join o -> seats.list(o.list());
      case MailCommand.Speak o -> Optional.empty();
      case MailCommand.Zone o -> Optional.empty();
      case MailCommand.Echo o -> Optional.empty();
      case MailCommand.Search o -> Optional.empty();
      case MailCommand.Hear o -> Optional.empty();
      case MailCommand.Help o -> Optional.empty();
      case MailCommand.Lists o -> Optional.empty();
      case MailCommand.Which o -> Optional.empty();
      case MailCommand.Why o -> Optional.empty();
      case MailCommand.Get o -> Optional.empty();
    };
  }

  private Optional<MailCommand> order(String line) {
    return CommandParser.read(line, "", obeyed.list()).stream()
        .findFirst()
        .flatMap(read -> Optional.ofNullable(read.order()));
  }

  private String answer(String line) {
    return order(line).map(this::answer).orElse("");
  }

  private String answer(MailCommand order) {
    return switch (order) {
      case MailCommand.Help o -> {
        String slug = state.members().slug();
        String actions = site.address(slug + "+actions").toString();
        String page = site.page(slug, "my-mail");
        String opening =
            Capabilities.mailHelp(
                words.language(), detail -> site.address(slug + "+" + detail).toString());
        yield words.help(
            control(), page, posts(), actions, opening, trackers(), updates(), posted());
      }
      case MailCommand.Lists o -> lists();
      case MailCommand.Which o -> which();
      case MailCommand.SetMode o -> mode(o);
      case MailCommand.Join o -> joined(o);
      case MailCommand.Speak o -> new TranscriptMessages(o.language()).spoken();
      case MailCommand.Zone o -> words.zoned(o.zone());
      case MailCommand.Echo o -> words.echo(o.on());
      case MailCommand.Search o -> search(o.words());
      case MailCommand.Hear o -> words.heard(o);
      case MailCommand.Suspend o -> words.suspended(of(o.list()), o.pause(), zone);
      case MailCommand.Resume o -> words.resumed(of(o.list()));
      case MailCommand.Who o -> who(o.list());
      case MailCommand.Why o -> why(o.messageId());
      case MailCommand.Get o ->
          found(o.messageId()).filter(DeliveryLedger::isMailed).isPresent()
              ? words.comes()
              : words.noPost();
      case MailCommand.Index o -> index(o);
    };
  }

  /** What is meant, in words; null for all mail. */
  private @Nullable String of(String name) {
    return switch (name) {
      case MailCommand.ALL -> null;
      case MailCommand.NOTICES -> words.notices();
      default -> seats.list(name).map(l -> clean(l.name())).orElse(words.aList());
    };
  }

  private String mode(MailCommand.SetMode order) {
    Optional<MailingList> list = seats.list(order.list());
    String name = list.map(l -> clean(l.name())).orElse(words.notices());
    String word = list.map(MailingList::slug).orElse(MailCommand.NOTICES);
    return words.set(name, control(), word, order.mode());
  }

  private String joined(MailCommand.Join order) {
    return seats
        .list(order.list())
        .map(
            l -> {
              SeatId seat = seats.reading(l).getFirst().id();
              Delivery now = state.lists().habits().now(seat, l.slug()).mode();
              return words.set(clean(l.name()), control(), l.slug(), now);
            })
        .orElseGet(words::noList);
  }

  /** What each of the seats can read, of all of them together the newest. */
  private String search(String wanted) {
    List<MailFinder.Found> found = new ArrayList<>();
    int all = 0;
    for (Seat seat : seats.all()) {
      Optional<MailFinder.Answer> answer = finder.find(state.id(), seat.id(), wanted);
      if (answer.isEmpty()) {
        return words.foundLater();
      }
      for (MailFinder.Found one : answer.get().newest()) {
        boolean told =
            state.access().canRead(seat.id(), one.scope())
                && !ContentFreeMail.isAskedFor(state, one.scope());
        if (told && !found.contains(one)) {
          found.add(one);
        }
      }
      all = Math.max(all, answer.get().all());
    }
    if (found.isEmpty()) {
      return words.foundNone();
    }
    List<String> rows = new ArrayList<>();
    found.stream()
        .sorted(Comparator.comparing(MailFinder.Found::at).reversed())
        .limit(MailFinder.MOST)
        .forEach(
            one -> {
              rows.add(words.time(one.at(), zone) + ": " + clean(one.title()));
              rows.add("  " + clean(one.snippet()));
              rows.add("  " + site.page(state.members().slug(), ContentFreeMail.page(one.in())));
            });
    return words.found(Math.max(all, found.size()), MailFinder.MOST)
        + "\n"
        + TranscriptMessages.lines(rows);
  }

  /** Where one writes to those who read a list, a line each. */
  private String posts() {
    return seats.lists().stream()
        .filter(list -> !isWithheld(list))
        .map(l -> "  " + site.address(l.localPart()) + " (" + clean(l.name()) + ")\n" + replies(l))
        .collect(Collectors.joining());
  }

  /** Where replies to what comes from there go. */
  private String replies(MailingList list) {
    String said =
        ReplyToPolicy.said(
            state.lists().style(list.slug()), site.address(list.localPart()), words.language());
    return "      " + said + "\n";
  }

  /** Where issues are opened by mail, a line each. */
  private String trackers() {
    return state.issues().trackers().values().stream()
        .filter(t -> seats.all().stream().anyMatch(s -> canRead(s, t)))
        .filter(t -> !ContentFreeMail.isAskedFor(state, t.scope()))
        .map(t -> "  " + site.address(t.localPart()) + " (" + clean(t.name()) + ")\n")
        .sorted()
        .collect(Collectors.joining());
  }

  /** Where updates of the asker's own companies are drafted by mail, a line each. */
  private String updates() {
    return seats.all().stream()
        .filter(s -> s.role() == Role.LIAISON)
        .map(s -> "  " + site.address(MemberPresenter.updatesLocalPart(s.organisation())) + "\n")
        .distinct()
        .sorted()
        .collect(Collectors.joining());
  }

  /** The newest updates of a liaison's company, each with the address at which it is answered. */
  private String posted() {
    return seats.all().stream()
        .filter(s -> s.role() == Role.LIAISON)
        .flatMap(this::posted)
        .collect(Collectors.joining());
  }

  private Stream<String> posted(Seat seat) {
    return state.updates().byId().values().stream()
        .filter(u -> u.company().equals(seat.organisation()))
        .filter(u -> state.access().canRead(seat.id(), u.scope()))
        .filter(u -> !ContentFreeMail.isAskedFor(state, u.scope()))
        .sorted(Comparator.comparing(Update::at).reversed())
        .limit(MOST_UPDATES)
        .flatMap(
            u ->
                ReplyTickets.about(state, u.ref(), seat.id())
                    .map(c -> "  " + clean(u.title()) + "\n      " + answers(c, seat) + "\n")
                    .stream());
  }

  private String answers(long commit, Seat seat) {
    return replies.address(state.members().slug(), site.domain(), commit, seat.id());
  }

  private boolean canRead(Seat seat, Tracker tracker) {
    return state.access().canRead(seat.id(), tracker.scope());
  }

  private String lists() {
    List<String> rows = new ArrayList<>();
    for (MailingList list : seats.lists()) {
      if (!isWithheld(list)) {
        rows.add(list.slug() + ": " + clean(list.name()));
        rows.add("  " + site.address(list.localPart()));
        if (!list.description().isBlank()) {
          rows.add("  " + clean(list.description()));
        }
      }
    }
    return TranscriptMessages.lines(rows);
  }

  private String which() {
    var habits = state.lists().habits();
    List<String> rows = new ArrayList<>();
    for (Seat seat : seats.all()) {
      if (seats.all().size() > 1) {
        rows.add(clean(state.members().organisationOf(seat).name()) + ":");
      }
      if (state.lists().trouble(seat.id()).suspended() != null) {
        rows.add(words.heldBack());
        rows.add(site.page(state.members().pathOf(seat), "my-mail"));
      }
      rows.add(words.noticesAre(habits.now(seat.id(), "").mode()));
      seats.lists().stream()
          .filter(l -> !isWithheld(l) && seats.reading(l).contains(seat))
          .forEach(l -> rows.add(l.slug() + ": " + words.habit(habits.now(seat.id(), l.slug()))));
      var pause = habits.now(seat.id()).pause();
      if (pause != null) {
        rows.add(words.allPaused(pause));
      }
    }
    rows.add(words.zone(zone));
    return TranscriptMessages.lines(rows);
  }

  /**
   * Organisations and heads alone, as the person who writes to a list sees them before it is sent.
   */
  private String who(String name) {
    Optional<Scope> scope =
        name.equals(MailCommand.ALL)
            ? Optional.of(Scope.place(Audience.everyone()))
            : seats.list(name).map(MailingList::scope);
    if (scope.isEmpty()) {
      return words.noList();
    }
    Map<String, Integer> heads = new TreeMap<>();
    state
        .access()
        .readers(scope.get())
        .forEach(
            s -> heads.merge(clean(state.members().organisationOf(s).name()), 1, Integer::sum));
    return words.heads(heads);
  }

  private Optional<Entry> found(String messageId) {
    return seats.all().stream()
        .flatMap(s -> new VisibleMessageIds(state, s.id()).entry(messageId).stream())
        .findFirst();
  }

  private String why(String messageId) {
    Optional<Entry> entry = found(messageId);
    if (entry.isEmpty()) {
      return words.noPost();
    }
    List<String> rows = new ArrayList<>();
    for (Seat seat : seats.all()) {
      DeliveryStatusOfSeat course = ledger.of(state, entry.get(), seat.id());
      String whose =
          seats.all().size() > 1 ? clean(state.members().organisationOf(seat).name()) + ": " : "";
      if (course.state() != DeliveryStatusOfSeat.State.OUTSIDE) {
        rows.add(whose + words.story(course, zone));
      }
    }
    return TranscriptMessages.lines(rows) + without.of(entry.get(), seats.all());
  }

  private String index(MailCommand.Index order) {
    Optional<MailingList> list = seats.list(order.list());
    if (list.isEmpty()) {
      return words.noList();
    }
    List<Entry> posts =
        state.lists().threadsOf(list.get().slug()).stream()
            .flatMap(t -> state.entries().under(Ref.to(Ref.Kind.THREAD, t)).stream())
            .filter(this::isShown)
            .sorted(Comparator.comparing(Entry::at).reversed())
            .limit(order.posts())
            .toList();
    List<String> rows = new ArrayList<>();
    posts.forEach(post -> rows.addAll(rows(post)));
    return rows.isEmpty() ? words.noneYet() : TranscriptMessages.lines(rows);
  }

  private List<String> rows(Entry post) {
    Thread thread = state.lists().thread(post.parent().id()).orElseThrow();
    return List.of(
        words.time(post.at(), zone) + ", " + clean(author(post)) + ": " + clean(thread.subject()),
        "  get <" + id(post) + ">");
  }

  private String author(Entry post) {
    return state.stranger(post, obeyed.seat()).orElseGet(() -> state.members().nameOf(post.seat()));
  }

  private String id(Entry post) {
    return Threading.idOf(state, post, obeyed.seat(), site.domain());
  }

  private boolean isShown(Entry post) {
    Optional<Scope> scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, post.id()));
    return scope.isPresent()
        && !ContentFreeMail.isAskedFor(state, scope.get())
        && seats.all().stream()
            .map(Seat::id)
            .anyMatch((SeatId s) -> state.access().canRead(s, scope.get()));
  }

  private static String clean(String text) {
    return HeaderText.clean(text);
  }
}
