package org.caucus.answers;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.email.text.HeaderText;
import org.caucus.entries.Entry;
import org.caucus.entries.Known;
import org.caucus.issues.Tracker;
import org.caucus.letters.LetterEvent;
import org.caucus.lists.Delivery;
import org.caucus.lists.MailingList;
import org.caucus.lists.Thread;
import org.caucus.members.Audience;
import org.caucus.members.MemberPresenter;
import org.caucus.members.Role;
import org.caucus.members.Scope;
import org.caucus.members.Seat;
import org.caucus.orders.Order;
import org.caucus.orders.Script;
import org.caucus.orders.Seats;
import org.caucus.relay.Site;
import org.caucus.relay.Threading;
import org.caucus.relay.bare.BareLetter;
import org.caucus.relay.rendering.Replies;
import org.caucus.relay.served.Course;
import org.caucus.relay.served.Ledger;
import org.caucus.updates.Update;
import org.caucus.words.Language;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered and what came of it, line by line, as the asker may read it now: what could be
 * read when it was ordered, and cannot any more, is told like what was never there.
 */
final class Transcript {
  /** Updates of one company that help names. */
  private static final int MOST_UPDATES = 10;

  private final Workspace state;
  private final Seats seats;
  private final LetterEvent.LetterObeyed obeyed;
  private final Ledger ledger;
  private final ReplyTickets replies;
  private final Site site;
  private final ZoneId zone;
  private final Words words;
  private final Without without;
  private final Finder finder;

  Transcript(
      Workspace state,
      LetterEvent.LetterObeyed obeyed,
      Ledger ledger,
      ReplyTickets replies,
      Finder finder,
      Site site,
      Language language) {
    this.finder = finder;
    this.words = new Words(language);
    this.state = state;
    this.seats = Seats.of(state, obeyed.seat());
    this.obeyed = obeyed;
    this.ledger = ledger;
    this.replies = replies;
    this.site = site;
    this.without = new Without(state, ledger, site, words);
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
              ? words.fault(fault)
              : obeyed.done() ? answer(line.text()) : words.notTried();
      text.append(answer.stripTrailing()).append("\n\n");
    }
    return text.append(words.foot(control())).toString();
  }

  /** Whether any of it must not be told by mail. */
  boolean isWithheld() {
    if (BareLetter.isAskedFor(state, Scope.place(Audience.everyone()))) {
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
    return BareLetter.isAskedFor(state, list.scope());
  }

  private Optional<MailingList> listOf(Order order) {
    return switch (order) {
      case Order.SetMode o -> seats.list(o.list());
      case Order.Suspend o -> seats.list(o.list());
      case Order.Resume o -> seats.list(o.list());
      case Order.Who o -> seats.list(o.list());
      case Order.Index o -> seats.list(o.list());
      case Order.Join o -> seats.list(o.list());
      case Order.Speak o -> Optional.empty();
      case Order.Zone o -> Optional.empty();
      case Order.Echo o -> Optional.empty();
      case Order.Search o -> Optional.empty();
      case Order.Hear o -> Optional.empty();
      case Order.Help o -> Optional.empty();
      case Order.Lists o -> Optional.empty();
      case Order.Which o -> Optional.empty();
      case Order.Why o -> Optional.empty();
      case Order.Get o -> Optional.empty();
    };
  }

  private Optional<Order> order(String line) {
    return Script.read(line, "", obeyed.list()).stream()
        .findFirst()
        .flatMap(read -> Optional.ofNullable(read.order()));
  }

  private String answer(String line) {
    return order(line).map(this::answer).orElse("");
  }

  private String answer(Order order) {
    return switch (order) {
      case Order.Help o -> {
        String slug = state.members().slug();
        String actions = site.address(slug + "+actions").toString();
        String page = site.page(slug, "my-mail");
        yield words.help(control(), page, posts(), actions, trackers(), updates(), posted());
      }
      case Order.Lists o -> lists();
      case Order.Which o -> which();
      case Order.SetMode o -> mode(o);
      case Order.Join o -> joined(o);
      case Order.Speak o -> new Words(o.language()).spoken();
      case Order.Zone o -> words.zoned(o.zone());
      case Order.Echo o -> words.echo(o.on());
      case Order.Search o -> search(o.words());
      case Order.Hear o -> words.heard(o);
      case Order.Suspend o -> words.suspended(of(o.list()), o.pause(), zone);
      case Order.Resume o -> words.resumed(of(o.list()));
      case Order.Who o -> who(o.list());
      case Order.Why o -> why(o.messageId());
      case Order.Get o ->
          found(o.messageId()).filter(Ledger::isMailed).isPresent()
              ? words.comes()
              : words.noPost();
      case Order.Index o -> index(o);
    };
  }

  /** What is meant, in words; null for all mail. */
  private @Nullable String of(String name) {
    return switch (name) {
      case Order.ALL -> null;
      case Order.NOTICES -> words.notices();
      default -> seats.list(name).map(l -> clean(l.name())).orElse(words.aList());
    };
  }

  private String mode(Order.SetMode order) {
    Optional<MailingList> list = seats.list(order.list());
    String name = list.map(l -> clean(l.name())).orElse(words.notices());
    String word = list.map(MailingList::slug).orElse(Order.NOTICES);
    return words.set(name, control(), word, order.mode());
  }

  private String joined(Order.Join order) {
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
    List<Finder.Found> found = new ArrayList<>();
    int all = 0;
    for (Seat seat : seats.all()) {
      Optional<Finder.Answer> answer = finder.find(state.id(), seat.id(), wanted);
      if (answer.isEmpty()) {
        return words.foundLater();
      }
      for (Finder.Found one : answer.get().newest()) {
        boolean told =
            state.access().canRead(seat.id(), one.scope())
                && !BareLetter.isAskedFor(state, one.scope());
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
        .sorted(Comparator.comparing(Finder.Found::at).reversed())
        .limit(Finder.MOST)
        .forEach(
            one -> {
              rows.add(words.time(one.at(), zone) + ": " + clean(one.title()));
              rows.add("  " + clean(one.snippet()));
              rows.add("  " + site.page(state.members().slug(), BareLetter.page(one.in())));
            });
    return words.found(Math.max(all, found.size()), Finder.MOST) + "\n" + Words.lines(rows);
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
        Replies.said(
            state.lists().style(list.slug()), site.address(list.localPart()), words.language());
    return "      " + said + "\n";
  }

  /** Where issues are opened by mail, a line each. */
  private String trackers() {
    return state.issues().trackers().values().stream()
        .filter(t -> seats.all().stream().anyMatch(s -> canRead(s, t)))
        .filter(t -> !BareLetter.isAskedFor(state, t.scope()))
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
        .filter(u -> !BareLetter.isAskedFor(state, u.scope()))
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
    return Words.lines(rows);
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
    return Words.lines(rows);
  }

  /**
   * Organisations and heads alone, as the person who writes to a list sees them before it is sent.
   */
  private String who(String name) {
    Optional<Scope> scope =
        name.equals(Order.ALL)
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
        .flatMap(s -> new Known(state, s.id()).entry(messageId).stream())
        .findFirst();
  }

  private String why(String messageId) {
    Optional<Entry> entry = found(messageId);
    if (entry.isEmpty()) {
      return words.noPost();
    }
    List<String> rows = new ArrayList<>();
    for (Seat seat : seats.all()) {
      Course course = ledger.of(state, entry.get(), seat.id());
      String whose =
          seats.all().size() > 1 ? clean(state.members().organisationOf(seat).name()) + ": " : "";
      if (course.state() != Course.State.OUTSIDE) {
        rows.add(whose + words.story(course, zone));
      }
    }
    return Words.lines(rows) + without.of(entry.get(), seats.all());
  }

  private String index(Order.Index order) {
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
    return rows.isEmpty() ? words.noneYet() : Words.lines(rows);
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
        && !BareLetter.isAskedFor(state, scope.get())
        && seats.all().stream()
            .map(Seat::id)
            .anyMatch((SeatId s) -> state.access().canRead(s, scope.get()));
  }

  private static String clean(String text) {
    return HeaderText.clean(text);
  }
}
