package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.companies.CompanyBoard;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.inbound.leakguard.QuoteDetector;
import org.caucus.views.audit.AuditPresenter;
import org.caucus.views.calendar.CalendarSubscription;
import org.caucus.views.feeds.UpdateFeedItem;
import org.caucus.views.files.LibraryPages;
import org.caucus.views.inbox.Ringing;
import org.caucus.views.search.Searcher;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.views.unread.Unreading;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Doings;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Two worlds for one seat: the second is the first, and more that this seat cannot read. Whatever
 * the seat can obtain in both is compared; differences are told, not thrown, so that they can be
 * counted.
 */
final class Worlds {
  /** One of each: where edits of issues are is remembered by workspace, and both have one id. */
  private final FrameRenderer framesOfA = frames();

  private final FrameRenderer framesOfB = frames();

  private static final Site SITE = new Site(View.DOMAIN, "https://caucus.example");

  private static final List<String> LISTS = List.of("coalition", "civil", "chirp-desk");

  private static final List<Delivery> DIGESTS =
      List.of(Delivery.DIGEST, Delivery.MIME_DIGEST, Delivery.SUMMARY);

  /** Characters told on each side of where two worlds differ. */
  private static final int AROUND = 200;

  private final SeatId reader;
  private final Doings doings;
  private final Random random;
  private Workspace a;
  private Workspace b;
  private final List<Commit> hidden = new ArrayList<>();
  private final Set<Ref> widened = new HashSet<>();
  private final List<String> differences = new ArrayList<>();
  private long bytes;
  private boolean comparable = true;

  Worlds(SeatId reader, long seed) {
    this.reader = reader;
    this.doings = new Doings(seed ^ reader.hashCode(), "x", Duration.ofMillis(1));
    this.random = new Random(seed + reader.hashCode());
    this.a = Given.coalition().and(digests(reader, seed)).state();
    this.b = a;
  }

  /** This seat gets digests of all lists; letters of each post are composed for it all the same. */
  private static Event[] digests(SeatId reader, long seed) {
    Delivery mode = DIGESTS.get(Math.floorMod(seed, DIGESTS.size()));
    return LISTS.stream()
        .map(list -> new ListEvent.DeliverySet(reader, list, mode))
        .toArray(Event[]::new);
  }

  void play(List<Doings.Step> steps, List<Workspace> plain) {
    widened.addAll(widenedIn(plain.getLast()));
    for (int i = 0; i < steps.size(); i++) {
      hide(plain.getLast());
      Doings.Step step = steps.get(i);
      Object inA = step.on(a);
      Object inB = step.on(b);
      if (reader.equals(step.act().seat())) {
        same("answer to its own " + step, answer(a, inA), answer(b, inB));
      }
      // others may be told of what they can read: such a step happens in neither world
      if (inA instanceof Commit ca && inB instanceof Commit cb) {
        if (hidden.stream().anyMatch(said -> Doors.publishes(cb, said))
            || hidden.stream().anyMatch(said -> Doors.takesBack(b, cb, said, reader))) {
          return; // words of a draft as they stand now, or what was on this reader's page, are told
        }
        Workspace after = b.evolve(cb);
        if (isRevealed(after)) {
          mayReveal(step, ca, after);
          return;
        }
        a = a.evolve(ca);
        b = after;
        same("frame", frameInA(ca), frameInB(cb));
      }
    }
  }

  /** A few things happen that the reader will never be able to read. */
  private void hide(Workspace end) {
    for (int tries = random.nextInt(4); tries > 0; tries--) {
      Doings.Step step = doings.next(b, false);
      if (step.on(b) instanceof Commit commit
          && !(late(end) && numbers(commit))
          && !silences(commit)
          && !isOwnLetter(step, commit)) {
        Workspace after = b.evolve(commit);
        if (unseen(after, commit, end) && !heads(after, commit)) {
          b = after;
          hidden.add(commit);
        }
      }
    }
  }

  /**
   * What one sent oneself one knows, wherever it stands: a second letter of its name is asked
   * about.
   */
  private boolean isOwnLetter(Doings.Step step, Commit commit) {
    boolean own = reader.equals(step.act().seat());
    return commit.events().stream()
        .anyMatch(
            e ->
                switch (e) {
                  case LetterEvent.LetterHeld held -> own || reader.equals(held.seat());
                  case LetterEvent _ -> own;
                  case EntryEvent.EntryPosted p -> p.letter() != null && reader.equals(p.seat());
                  default -> false;
                });
  }

  /** Numbers given before a newcomer's organisation joined do show in those given after. */
  private static boolean numbers(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e ->
                e instanceof IssueEvent.IssueOpened
                    || (e instanceof AudienceEvent.Widened w && w.label() != null));
  }

  /**
   * Whose words wait for a convenor from now on says less where this reader reads: that is what
   * convenors chose, and tells nothing of why. And what a list answers strangers it answers anyone
   * who writes there and does not read it.
   */
  private static boolean silences(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e ->
                e instanceof LetterEvent.SeatModerated
                    || e instanceof LetterEvent.ListStopped
                    || e instanceof LetterEvent.ListRuled);
  }

  /**
   * A head that is opened to this reader later shows what became of it until then; but not what
   * others said of it, who comes, who came, and what was written down.
   */
  private boolean heads(Workspace after, Commit commit) {
    return commit.events().stream()
        .filter(e -> !isSaidOfIt(e))
        .anyMatch(e -> widened.stream().anyMatch(ref -> after.about(commit, e, ref)));
  }

  private static boolean isSaidOfIt(Event event) {
    return event instanceof EntryEvent
        || event instanceof ActionEvent.Committed
        || event instanceof ActionEvent.Answered
        || event instanceof ActionEvent.AttendanceNoted
        || event instanceof ActionEvent.MinutesWritten
        || event instanceof UpdateEvent.UpdateAcknowledged;
  }

  private static Set<Ref> widenedIn(Workspace end) {
    Set<Ref> all = new HashSet<>();
    for (Commit commit : end.history()) {
      for (Event event : commit.events()) {
        if (event instanceof AudienceEvent e) {
          all.add(e.of());
        }
      }
    }
    return all;
  }

  private boolean unseen(Workspace after, Commit commit, Workspace end) {
    if (after.members().seats().containsKey(reader)) {
      return after.visible(commit, reader).isEmpty() && after.taken(commit, reader).isEmpty();
    }
    String home = end.members().seats().get(reader).organisation();
    return late(end) && !after.members().organisations().containsKey(home);
  }

  private boolean late(Workspace end) {
    Seat seat = end.members().seats().get(reader);
    return !end.members().organisationOf(seat).readsFrom().equals(Instant.EPOCH);
  }

  /** Of what a command led to, its sender learns what they may read. */
  private Object answer(Workspace before, Object outcome) {
    return outcome instanceof Commit commit
        ? before.evolve(commit).visibleEvents(commit, reader)
        : ((Refusal) outcome).kind() + ((Refusal) outcome).why();
  }

  /** Whether the worlds differ in what this reader may read; they are compared before it then. */
  private boolean isRevealed(Workspace after) {
    return hidden.stream().anyMatch(c -> !after.visible(c, reader).isEmpty());
  }

  private void mayReveal(Doings.Step step, Commit commit, Workspace after) {
    var shown = hidden.stream().flatMap(c -> after.visibleEvents(c, reader).stream()).toList();
    if (commit.events().stream().noneMatch(by -> Doors.mayReveal(by, shown))) {
      differences.add(reader + ": it is shown what was hidden, by " + step + ": " + shown);
    }
  }

  private boolean isThere() {
    return b.members().seats().containsKey(reader);
  }

  /** Compares all that the seat can obtain; nothing if it was not there yet. */
  void compare(Mailbag mailbag, Transcripts asked, Written written) {
    if (!isThere()) {
      comparable = false;
      return;
    }
    same("pages", View.of(a, reader).encode(), View.of(b, reader).encode());
    same("activity", View.activity(a, reader), View.activity(b, reader));
    same("audiences to choose", View.choices(a, reader), View.choices(b, reader));
    same("the audit view", AuditPresenter.csv(a, reader), AuditPresenter.csv(b, reader));
    same("what leaving strands", View.leaving(a, reader), View.leaving(b, reader));
    same("position", a.positionFor(reader), b.positionFor(reader));
    hidden.forEach(c -> same("frame of what is hidden", Optional.empty(), frameInB(c)));
    hidden.forEach(c -> same("its position", Optional.empty(), b.placeOf(c.id(), reader)));
    same("stream from the beginning", frames(framesOfA, a), frames(framesOfB, b));
    same("mail", mailbag.of(a, reader, named()), mailbag.of(b, reader, named()));
    LISTS.forEach(l -> same("digest", mailbag.digest(a, reader, l), mailbag.digest(b, reader, l)));
    same("doors", Doors.answers(a, reader, named()), Doors.answers(b, reader, named()));
    same("orders", Doors.orders(a, reader, named()), Doors.orders(b, reader, named()));
    same("transcripts", asked.of(a, reader, named()), asked.of(b, reader, named()));
    List<Commit> seen = history(false);
    same("letters", written.of(a, reader, seen, hidden), written.of(b, reader, seen, hidden));
    same("warned of quotes", warned(a), warned(b));
    same("search", searched(a), searched(b));
    same("bell", Ringing.all(a, reader, View.NOW), Ringing.all(b, reader, View.NOW));
    same("files", LibraryPages.all(a, reader), LibraryPages.all(b, reader));
    same("unread", Unreading.all(a, reader, View.NOW), Unreading.all(b, reader, View.NOW));
    same("feed", UpdateFeedItem.newest(a, reader, null), UpdateFeedItem.newest(b, reader, null));
    same("feed of issues", FedIssues.of(a, reader), FedIssues.of(b, reader));
    same("feed of actions", FedIssues.actions(a, reader), FedIssues.actions(b, reader));
    same("calendar", calendar(a), calendar(b));
    same("board", board(a), board(b));
    same("webhook", FedIssues.webhook(a, reader), FedIssues.webhook(b, reader));
  }

  /** An address of a seat that ended has none. */
  private String calendar(Workspace now) {
    return now.access().isHere(reader) ? CalendarSubscription.of(now, reader, SITE, View.NOW) : "";
  }

  private String board(Workspace now) {
    return now.access().isHere(reader)
        ? new CompanyBoard(now, reader, View.NOW).show().encode()
        : "";
  }

  /** What is found by words that stand in everything, and by those that are hidden. */
  private String searched(Workspace now) {
    try (Searcher searcher = new Searcher()) {
      StringBuilder all = new StringBuilder();
      Stream.concat(
              Searcher.EVERYTHING.stream(),
              hidden.stream().flatMap(c -> c.events().stream()).flatMap(Doors::searched))
          .forEach(q -> all.append(searcher.ask(now, reader, q).encode()));
      return all.toString();
    }
  }

  /** Whether anyone who tries out hidden words is warned of quoting them. */
  private Object warned(Workspace now) {
    List<String> words =
        hidden.stream()
            .flatMap(c -> c.events().stream())
            .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p.text()) : null)
            .map(t -> "> " + t)
            .toList();
    return new QuoteDetector().find(now, reader, Scope.place(Audience.everyone()), words);
  }

  /** The names of what only the second world has. */
  List<Ref> named() {
    return hidden.stream()
        .flatMap(c -> c.events().stream())
        .flatMap(e -> Doors.made(e).stream())
        .distinct()
        .toList();
  }

  SeatId reader() {
    return reader;
  }

  /** Whose seat it is. */
  String person() {
    return b.members().seats().get(reader).person();
  }

  /** Everyone who ever sat in the second world, and so in the first. */
  Collection<Seat> seats() {
    return b.members().seats().values();
  }

  /** What happened in the first world, or in the second, which is that and more. */
  List<Commit> history(boolean second) {
    return (second ? b : a).history().stream().toList();
  }

  /** The same happens in both at the end, for all to read: whatever else a stream has is before. */
  Worlds end() {
    a = a.evolve(seen(a, "the-end"));
    b = b.evolve(seen(b, "the-end"));
    return this;
  }

  /** Something that this seat can read happens in the second world alone. */
  void differ() {
    b = b.evolve(seen(b, "revealed"));
  }

  private static Commit seen(Workspace now, String id) {
    Instant at = View.NOW.minusSeconds(1);
    Event seen =
        new ListEvent.ThreadStarted(id, "coalition", "Seen", Audience.everyone(), Parties.AMINA);
    return new Commit(now.sequence() + 1, id, at, null, null, List.of(seen));
  }

  /** Where this seat's stream can begin; null if it may know of nothing. */
  @Nullable String firstPosition() {
    return a.history().stream()
        .filter(c -> !a.visible(c, reader).isEmpty())
        .map(Commit::id)
        .findFirst()
        .orElse(null);
  }

  private void same(String what, Object one, Object other) {
    String first = one.toString();
    String second = other.toString();
    bytes += first.length();
    if (!first.equals(second)) {
      int at = 0;
      while (at < Math.min(first.length(), second.length())
          && first.charAt(at) == second.charAt(at)) {
        at++;
      }
      differences.add(reader + ": " + what + around(first, at) + around(second, at));
    }
  }

  private static String around(String text, int at) {
    return "\n  …"
        + text.substring(Math.max(0, at - AROUND), Math.min(text.length(), at + AROUND))
        + "…";
  }

  List<String> differences() {
    return differences;
  }

  /** Characters that were compared. */
  long compared() {
    return bytes;
  }

  /** Whether the seat is the one its holder acts as. */
  boolean holdsOverHttp() {
    return isThere() && a.members().seatOf(person()).filter(s -> s.id().equals(reader)).isPresent();
  }

  boolean comparable() {
    return comparable;
  }

  private Optional<JsonObject> frameInA(Commit commit) {
    return framesOfA.frame(a, commit, reader);
  }

  private Optional<JsonObject> frameInB(Commit commit) {
    return framesOfB.frame(b, commit, reader);
  }

  private static FrameRenderer frames() {
    return new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
  }

  private List<String> frames(FrameRenderer renderer, Workspace now) {
    return now.history().stream()
        .flatMap(c -> renderer.frame(now, c, reader).stream())
        .map(JsonObject::encode)
        .toList();
  }
}
