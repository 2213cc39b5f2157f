package org.caucus.coalition.polls;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.polls.mail.PollMail;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Polls: what is asked, who answered what, and what was decided. */
public final class PollCapability implements Capability<Polls.Held, PollEvent> {
  @Override
  public Class<PollEvent> events() {
    return PollEvent.class;
  }

  @Override
  public List<EventName<? extends PollEvent>> names() {
    return List.of(
        EventName.of(
            "poll.opened",
            PollEvent.PollOpened.class, // the key of receipts is told when it closes
            "id on asked.kind asked.title asked.description asked.options asked.voice"
                + " asked.eligible asked.quorum asked.closes asked.zone asked.silence asked.shown"
                + " asked.audience by"),
        EventName.of(
            "poll.answered",
            PollEvent.BallotCast.class,
            "poll ballot organisation answer reason view via by"),
        EventName.of("poll.resolved", PollEvent.ObjectionResolved.class, "poll ballot note by"),
        EventName.of("poll.passed-on", PollEvent.PollPassedOn.class, "poll to"),
        EventName.of("poll.extended", PollEvent.PollExtended.class, "poll closes by"),
        EventName.of("poll.reminded", PollEvent.PollReminded.class, "poll closes"),
        EventName.of("poll.closed", PollEvent.PollClosed.class, "poll quorate asked key by"),
        EventName.of(
            "poll.decided",
            PollEvent.PollDecided.class,
            "poll outcome option action@action reviewOn key by"),
        EventName.of("poll.review-due", PollEvent.PollReviewDue.class, "poll on"),
        EventName.of("poll.reviewed", PollEvent.PollReviewed.class, "poll text reviewOn by"));
  }

  @Override
  public List<CommandFamily<? super Polls.Held, ?>> commands() {
    return List.of(
        CommandFamily.moderated(PollCommand.class, PollDecider::decide),
        CommandFamily.moderated(BallotCommand.class, BallotDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.POLL);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.polls.PollNotifications", Facet.NOTIFIED)
        .in("coalition.polls.mail.PollMail", Facet.MAILED)
        .in("workspace.scheduled.ScheduledPolls", Facet.SCHEDULED)
        .in("coalition.polls.PollEvent", Facet.EXPORTED)
        .none("Answers are for members, and feeds are read by programs of others.", Facet.FED)
        .none("What it chose is an action, which has the date.", Facet.DATED)
        .in("coalition.polls.PollItem", Facet.SEARCHED);
  }

  @Override
  public Slices evolve(Polls.Held now, PollEvent event, CommitTime commit) {
    ThingCommits commits = now.slices().get(ThingCommits.SLICE);
    return now.slices()
        .with(Polls.SLICE, now.polls().evolve(event, commit.at()))
        .with(ThingCommits.SLICE, changed(commits, event, commit.sequence()));
  }

  /** What letters tell with its old value. */
  private static ThingCommits changed(ThingCommits commits, PollEvent event, long sequence) {
    return switch (event) {
      case PollEvent.PollOpened _,
          PollEvent.PollExtended _,
          PollEvent.PollPassedOn _,
          PollEvent.PollDecided _,
          PollEvent.PollReviewed _ ->
          commits.with(Ref.to(Ref.Kind.POLL, event.poll()), sequence);
      case PollEvent.BallotCast _,
          PollEvent.ObjectionResolved _,
          PollEvent.PollReminded _,
          PollEvent.PollClosed _,
          PollEvent.PollReviewDue _ ->
          commits;
    };
  }

  /** An answer that is hidden is known to its own voice: to nobody else, whatever their role. */
  @Override
  public About about(Polls.Held now, PollEvent event, CommitTime commit) {
    return switch (event) {
      case PollEvent.BallotCast e -> ballot(now, e.poll(), e.organisation(), e.by());
      case PollEvent.ObjectionResolved e -> ballot(now, e);
      case PollEvent.PollOpened _,
          PollEvent.PollPassedOn _,
          PollEvent.PollExtended _,
          PollEvent.PollReminded _,
          PollEvent.PollClosed _,
          PollEvent.PollDecided _,
          PollEvent.PollReviewDue _,
          PollEvent.PollReviewed _ ->
          About.of(now, Ref.to(Ref.Kind.POLL, event.poll()), the(now, event.poll()).on());
    };
  }

  private static About ballot(Polls.Held now, PollEvent.ObjectionResolved e) {
    Ballot ballot = the(now, e.poll()).ballot(e.ballot()).orElseThrow();
    return ballot(now, e.poll(), ballot.organisation(), ballot.seat());
  }

  private static About ballot(Polls.Held now, String id, String organisation, SeatId by) {
    Poll poll = the(now, id);
    return new About(poll.ref(), poll.on(), readers(now, poll, organisation, by));
  }

  /** Who may know of an answer of this voice. */
  static Scope readers(Polls.Held now, Poll poll, String organisation, SeatId by) {
    return poll.hides() ? voice(now, poll, organisation, by) : poll.scope(now);
  }

  private static Scope voice(Polls.Held now, Poll poll, String organisation, SeatId by) {
    List<SeatId> own =
        poll.asked().voice() == Poll.VoiceOf.SEAT
            ? List.of(by)
            : now.members().active().stream()
                .filter(seat -> seat.organisation().equals(organisation))
                .map(Seat::id)
                .toList();
    return new Scope(Audience.named(own), null, poll.scope(now));
  }

  private static Poll the(Polls.Held now, String id) {
    return now.polls().find(id).orElseThrow();
  }

  @Override
  public Stream<Ref> hangingOn(Polls.Held now, Ref thing) {
    return now.polls().byId().values().stream()
        .filter(poll -> thing.equals(poll.on()))
        .map(Poll::ref);
  }

  @Override
  public Slices audienceChanged(Polls.Held now, Ref of) {
    return now.slices().with(Polls.SLICE, now.polls().within(now));
  }

  /** Of an answer its ballot: an objection is resolved by that. */
  @Override
  public String thing(PollEvent event, About about) {
    return event instanceof PollEvent.BallotCast e ? e.ballot() : event.poll();
  }

  /** What shows answers that were hidden, or hides no more, changes who knows of them. */
  @Override
  public boolean changesReaders(PollEvent event) {
    return switch (event) {
      case PollEvent.PollClosed _, PollEvent.PollDecided _ -> true;
      case PollEvent.PollOpened _,
          PollEvent.BallotCast _,
          PollEvent.ObjectionResolved _,
          PollEvent.PollPassedOn _,
          PollEvent.PollExtended _,
          PollEvent.PollReminded _,
          PollEvent.PollReviewDue _,
          PollEvent.PollReviewed _ ->
          false;
    };
  }

  @Override
  public Optional<Ref> containerOf(Polls.Held now, Ref ref) {
    return now.polls().find(ref.id()).flatMap(poll -> Optional.ofNullable(poll.on()));
  }

  @Override
  public Optional<Scope> scopeOf(Polls.Held now, Ref ref) {
    return now.polls().find(ref.id()).map(poll -> poll.scope(now));
  }

  @Override
  public Stream<Ref> saying(Polls.Held now) {
    return now.polls().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.POLL, id));
  }

  @Override
  public Optional<Item> find(Polls.Held now, Ref ref) {
    return now.polls().find(ref.id()).map(poll -> PollItem.of(now, poll));
  }

  @Override
  public void show(Polls.Held now, Ref ref, ChangedThings out) {
    now.polls()
        .find(ref.id())
        .ifPresent(p -> out.add("polls", PollPresenter.show(now, p, out.reader())));
  }

  @Override
  public String page(Ref ref) {
    return "polls/" + ref.id();
  }

  @Override
  public boolean isAudited(PollEvent event) {
    return false;
  }

  @Override
  public @Nullable String title(PollEvent event, String id) {
    return event instanceof PollEvent.PollOpened e && e.id().equals(id) ? e.asked().title() : null;
  }

  @Override
  public EventWords words(PollEvent event) {
    return EventWords.of(Ref.Kind.POLL, event.poll(), texts(event));
  }

  private static @Nullable StoredText[] texts(PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened e -> opened(e.asked());
      case PollEvent.BallotCast e -> texts(e.storedReason());
      case PollEvent.ObjectionResolved e -> texts(e.storedNote());
      case PollEvent.PollDecided e -> texts(e.storedOutcome());
      case PollEvent.PollReviewed e -> texts(e.storedText());
      case PollEvent.PollPassedOn _,
          PollEvent.PollExtended _,
          PollEvent.PollReminded _,
          PollEvent.PollClosed _,
          PollEvent.PollReviewDue _ ->
          texts();
    };
  }

  private static @Nullable StoredText[] opened(Poll.Question asked) {
    String options = String.join("\n", asked.options().stream().map(Poll.Option::text).toList());
    return texts(EventWords.brief(asked.title()), asked.description(), EventWords.made(options));
  }

  private static @Nullable StoredText[] texts(@Nullable StoredText... texts) {
    return texts;
  }

  @Override
  public NotificationFacet<Polls.Held, PollEvent> notifications() {
    return new PollNotifications();
  }

  /** Of what one organisation answered the summary says nothing: the poll has the count. */
  @Override
  public Optional<WeeklyDeed> weekly(Polls.Held now, PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened e -> Optional.of(did(e, "opened").opening());
      case PollEvent.PollExtended e -> Optional.of(did(e, "extended"));
      case PollEvent.PollClosed e -> Optional.of(did(e, "closed"));
      case PollEvent.PollDecided e -> Optional.of(did(e, "decided"));
      case PollEvent.PollReviewed e -> Optional.of(did(e, "reviewed"));
      case PollEvent.BallotCast _,
          PollEvent.ObjectionResolved _,
          PollEvent.PollPassedOn _,
          PollEvent.PollReminded _,
          PollEvent.PollReviewDue _ ->
          Optional.empty();
    };
  }

  private static WeeklyDeed did(PollEvent event, String what) {
    Ref poll = Ref.to(Ref.Kind.POLL, event.poll());
    return WeeklyDeed.of(poll, PollNoticeMessages.PHRASES, "did." + what);
  }

  /** Somebody sees to a poll until it is decided, and looked at again if a day was set for that. */
  @Override
  public Stream<Duty> duties(Polls.Held now) {
    return now.polls().byId().values().stream()
        .filter(poll -> poll.isInHand() && poll.keeper() != null)
        .map(poll -> PollItem.of(now, poll))
        .map(item -> new Duty(item.ref(), item.title(), item.scope(), item.assignees(), true));
  }

  @Override
  public PollEvent passedOn(Polls.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new PollEvent.PollPassedOn(thing.id(), to);
  }

  @Override
  public List<MailFacet<? super Polls.Held, ?>> mail() {
    return List.of(new PollMail());
  }

  @Override
  public @Nullable Ref searched(PollEvent event) {
    return switch (event) {
      case PollEvent.PollOpened e -> Ref.to(Ref.Kind.POLL, e.id());
      case PollEvent.PollDecided e -> Ref.to(Ref.Kind.POLL, e.poll());
      case PollEvent.BallotCast _,
          PollEvent.ObjectionResolved _,
          PollEvent.PollPassedOn _,
          PollEvent.PollExtended _,
          PollEvent.PollReminded _,
          PollEvent.PollClosed _,
          PollEvent.PollReviewDue _,
          PollEvent.PollReviewed _ ->
          null;
    };
  }
}
