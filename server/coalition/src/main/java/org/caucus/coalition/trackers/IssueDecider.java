package org.caucus.coalition.trackers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Described;
import org.caucus.coalition.access.NameRule;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.entries.Posting;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.trackers.query.IssueFilter;
import org.caucus.coalition.trackers.views.SavedView;
import org.caucus.coalition.trackers.views.SavedViews;
import org.caucus.coalition.trackers.views.ViewLayout;
import org.caucus.kernel.AddressRegistry;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what happens to trackers and issues. Pure. */
public final class IssueDecider {
  /** Most trackers of a workspace. */
  public static final int MAX_TRACKERS = 100;

  /** Most seats that follow an issue. */
  public static final int MAX_WATCHERS = 1_000;

  private IssueDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Issues.Held state, IssueCommand command, CommandContext act) {
    return switch (command) {
      case IssueCommand.OpenTracker c -> openTracker(state, c, act);
      case IssueCommand.OpenIssue c -> open(state, c, act);
      case IssueCommand.OpenFrom c -> openFrom(state, c, act);
      case IssueCommand.BringIn c -> bringIn(state, c, act);
      case IssueCommand.EditIssue c -> edit(state, c, act);
      case IssueCommand.CloseIssue c -> close(state, c, act);
      case IssueCommand.ReopenIssue c -> reopen(state, c, act);
      case IssueCommand.WatchIssue c -> watch(state, c, act);
      case IssueCommand.RelateIssue c ->
          RelationDecider.decide(state, c, editable(state, c.issue(), act).ref(), act);
      case IssueCommand.ArrangeTracker c -> arrange(state, c, act);
      case IssueCommand.DescribeTracker c -> describe(state, c, act);
      case IssueCommand.CommentIssue c -> comment(state, c, act);
      case IssueCommand.SaveView c -> saveView(state, c, act);
      case IssueCommand.ChangeView c -> changeView(state, c, act);
      case IssueCommand.RemoveView c -> removeView(state, c, act);
    };
  }

  /** What an issue has to do with something else, also of one that is opened only now. */
  public static List<Event> relate(
      Issues.Held state, IssueCommand.RelateIssue c, Ref issue, CommandContext act) {
    return RelationDecider.decide(state, c, issue, act);
  }

  private static List<Event> openTracker(
      Issues.Held state, IssueCommand.OpenTracker c, CommandContext act) {
    state.access().mustConvene(act.by());
    Optional<Tracker> same = state.issues().tracker(c.key());
    same.filter(t -> state.access().canRead(act.by(), t.scope()))
        .ifPresent(IssueDecider::refuseAnother);
    // counted are those the asker reads: a limit that counts others would tell of them (R8)
    long read =
        state.issues().trackers().values().stream()
            .filter(t -> state.access().canRead(act.by(), t.scope()))
            .count();
    if (read >= MAX_TRACKERS) {
      throw Refusal.conflict(Message.of("a-workspace-has-at-most-trackers", "limit", MAX_TRACKERS));
    }
    Audience ceiling =
        state.access().choose(act.by(), Scope.place(Audience.everyone()), c.audience());
    if (same.isPresent()) {
      throw AddressRegistry.taken(
          c.localPart()); // like one of another workspace, and after all else is in order
    }
    String name = NameRule.fresh(c.name(), others(state, c.key(), act.by()));
    var opened = new IssueEvent.TrackerOpened(c.key(), name, c.localPart(), ceiling);
    Audience usual = Tracker.usually(state.access(), ceiling, c.usual(), act.by());
    return usual == null
        ? List.of(opened)
        : List.of(opened, new IssueEvent.TrackerArranged(c.key(), TrackerConfig.USUAL, usual));
  }

  /** Names of other trackers, as far as this seat reads them: others are not told of (R8). */
  private static Stream<String> others(Issues.Held state, String key, SeatId by) {
    Access access = state.access();
    return state.issues().trackers().values().stream()
        .filter(t -> !t.key().equals(key) && access.canRead(by, t.scope()))
        .map(Tracker::name);
  }

  private static void refuseAnother(Tracker same) {
    throw Refusal.conflict(
        Message.of("the-key-is-that-of-the-tracker", "key", same.key(), "tracker", same.name()));
  }

  private static List<Event> open(Issues.Held state, IssueCommand.OpenIssue c, CommandContext act) {
    SeatId author = act.by();
    Access access = state.access();
    Tracker tracker = state.issues().tracker(c.tracker()).orElseThrow(Refusal::absent);
    access.mustRead(author, tracker.scope());
    access.mustPost(author);
    Audience wished = c.audience() == null ? tracker.opensFor(access, author) : c.audience();
    Audience audience = access.choose(author, tracker.scope(), wished);
    Scope scope = tracker.scope().holds(audience, act.at());
    access.mustAllRead("assignees", c.assignees(), scope);
    IssuePatch facets = checked(state, tracker, c.facets());
    String series = IssueLabels.series(tracker.key(), audience);
    int used = state.issues().used().getOrDefault(series, 0);
    String label = IssueLabels.next(tracker.key(), audience, used, act.thing());
    List<Event> events = new ArrayList<>();
    events.add(
        new IssueEvent.IssueOpened(
            act.thing(),
            label,
            tracker.key(),
            c.title(),
            c.description(),
            c.provision(),
            List.copyOf(c.assignees()),
            c.due(),
            audience,
            author,
            facets == null ? null : IssueFields.USUAL.with(facets)));
    if (c.quiet()) {
      events.add(new IssueEvent.IssueQuieted(act.thing(), author));
    }
    if (c.letter() != null) {
      Post post = new Post(c.description(), null, null, c.letter());
      Ref ref = Ref.to(Ref.Kind.ISSUE, act.thing());
      events.add(Posting.decide(state, author, act.entry(), ref, scope, post));
    }
    Posting.first(state, act, Ref.to(Ref.Kind.ISSUE, act.thing()), scope, c.attached())
        .ifPresent(events::add);
    return events;
  }

  /** R4: a message that becomes an issue reaches nobody whom it did not reach before. */
  private static List<Event> openFrom(
      Issues.Held state, IssueCommand.OpenFrom c, CommandContext act) {
    Scope message =
        state
            .scopeOf(c.from())
            .filter(scope -> state.access().canRead(act.by(), scope))
            .orElseThrow(
                () -> Refusal.invalid("fromMessage", Message.of("there-is-nothing-of-this-name")));
    List<Event> events = new ArrayList<>(open(state, c.opened(), act));
    Audience audience = ((IssueEvent.IssueOpened) events.getFirst()).audience();
    if (!state.access().within(audience, message)) {
      throw Refusal.invalid("audience", Message.of("more-could-read-it-than-the-message"));
    }
    Ref issue = Ref.to(Ref.Kind.ISSUE, act.thing());
    events.add(
        new IssueEvent.IssueRelated(new Relation(issue, Relation.Kind.EVIDENCED_BY, c.from())));
    return events;
  }

  private static List<Event> bringIn(
      Issues.Held state, IssueCommand.BringIn c, CommandContext act) {
    List<Event> events = new ArrayList<>(open(state, c.opened(), act));
    Tracker tracker = state.issues().tracker(c.opened().tracker()).orElseThrow();
    IssueState to = c.state();
    if (to != null && to.closed()) {
      events.add(new IssueEvent.IssueClosed(act.thing(), to));
    } else if (to != null && to != tracker.arrangement().first()) {
      events.add(new IssueEvent.IssueEdited(act.thing(), null, null, null, to, null, false, null));
    }
    return events;
  }

  private static List<Event> edit(Issues.Held state, IssueCommand.EditIssue c, CommandContext act) {
    Issue issue = editable(state, c.issue(), act);
    Scope scope = state.issues().scope(issue);
    int version = issue.seenBy(state.access().asked(act.by()), scope).version();
    if (c.version() != null && c.version() != version) {
      throw Refusal.stale(IssuePresenter.current(state, issue, act.by()));
    }
    if (c.state() != null && (c.state().closed() || issue.state().closed())) {
      throw Refusal.invalid("state", Message.of("close-or-reopen-the-issue-to"));
    }
    if (c.assignees() != null) {
      state.access().mustAllRead("assignees", c.assignees(), state.issues().scope(issue));
    }
    Tracker tracker = state.issues().tracker(issue.tracker()).orElseThrow();
    return List.of(
        new IssueEvent.IssueEdited(
            issue.id(),
            c.title(),
            StoredText.ofNullable(c.description()),
            c.provision(),
            c.state(),
            c.assignees(),
            c.dueChanged(),
            c.due(),
            checked(state, tracker, c.more())));
  }

  private static @Nullable IssuePatch checked(
      Issues.Held state, Tracker tracker, @Nullable IssuePatch change) {
    return change == null
        ? null
        : change.checked(
            tracker.arrangement(), slug -> state.members().organisations().containsKey(slug));
  }

  private static List<Event> watch(
      Issues.Held state, IssueCommand.WatchIssue c, CommandContext act) {
    Issue issue =
        state.issues().find(state.access(), act.by(), c.issue()).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), state.issues().scope(issue));
    state.access().mustBeActive(act.by());
    boolean watches = issue.watchers().contains(act.by());
    if (c.on() == watches) {
      throw Refusal.conflict(
          c.on()
              ? Message.of("you-follow-this-issue-already")
              : Message.of("you-do-not-follow-this-issue"));
    }
    // counted are those who are named: a limit that counts others would tell of them (R8)
    Scope scope = state.issues().scope(issue);
    long named = issue.watchers().stream().filter(s -> state.access().canRead(s, scope)).count();
    if (c.on() && named >= MAX_WATCHERS) {
      throw Refusal.conflict(Message.of("an-issue-is-followed-by-at", "limit", MAX_WATCHERS));
    }
    return List.of(
        c.on()
            ? new IssueEvent.IssueWatched(issue.id(), act.by())
            : new IssueEvent.IssueUnwatched(issue.id(), act.by()));
  }

  private static List<Event> arrange(
      Issues.Held state, IssueCommand.ArrangeTracker c, CommandContext act) {
    Tracker tracker = state.issues().tracker(c.key()).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), tracker.scope());
    state.access().mustConvene(act.by());
    Audience usual =
        c.usualChanged()
            ? Tracker.usually(state.access(), tracker.audience(), c.usual(), act.by())
            : tracker.usual();
    return List.of(new IssueEvent.TrackerArranged(tracker.key(), c.arrangement().checked(), usual));
  }

  private static List<Event> describe(
      Issues.Held state, IssueCommand.DescribeTracker c, CommandContext act) {
    Access access = state.access();
    Tracker tracker = state.issues().tracker(c.key()).orElseThrow(Refusal::absent);
    access.mustRead(act.by(), tracker.scope());
    SeatId by = access.mustConvene(act.by()).id();
    tracker.words().mustBe(c.was());
    Described said = new Described(NameRule.readable(c.name()), c.description().strip());
    if (said.equals(tracker.words())) {
      throw Refusal.conflict(Message.of("this-is-so-already"));
    }
    NameRule.mustBeFree(said.name(), others(state, tracker.key(), by));
    return List.of(
        new IssueEvent.TrackerDescribed(
            tracker.key(), said.name(), tracker.name(), said.description(), by));
  }

  private static List<Event> saveView(
      Issues.Held state, IssueCommand.SaveView c, CommandContext act) {
    Access access = state.access();
    Tracker tracker = state.issues().tracker(c.tracker()).orElseThrow(Refusal::absent);
    access.mustRead(act.by(), tracker.scope());
    access.mustBeActive(act.by());
    Audience alone = Audience.named(List.of(act.by()));
    Audience audience =
        access.choose(act.by(), tracker.scope(), c.audience() == null ? alone : c.audience());
    if (!audience.equals(alone)) {
      access.mustPost(act.by());
    }
    SavedView view =
        new SavedView(
            act.thing(),
            tracker.key(),
            c.name().strip(),
            understood(state, c.showing(), act),
            audience,
            act.by(),
            act.at());
    SavedViews.mustFit(view, views(state, tracker, act));
    return List.of(saved(view, null));
  }

  private static List<Event> changeView(
      Issues.Held state, IssueCommand.ChangeView c, CommandContext act) {
    SavedView view =
        isTakenOver(c, act)
            ? left(state, c.tracker(), c.id(), act)
            : changeable(state, c.tracker(), c.id(), act);
    SavedView called =
        view.as(
            c.name() == null ? view.name() : c.name().strip(),
            c.showing() == null ? view.showing() : understood(state, c.showing(), act));
    SavedView kept =
        c.keeper() == null ? called : called.keptBy(keeper(state, view, c.keeper(), act));
    Tracker tracker = state.issues().tracker(view.tracker()).orElseThrow();
    SavedView changed =
        c.audience() == null ? kept : shared(state, tracker, kept, c.audience(), act);
    SavedViews.mustBeNamedAlone(changed, views(state, tracker, act));
    return changed.audience().equals(view.audience())
        ? List.of(saved(changed, view.at()))
        // gone for whom it was for before, and new for whom it is for now: nobody learns of others
        : List.of(IssueEvent.ViewRemoved.of(view), saved(changed, null));
  }

  /** Somebody wants to keep a view themselves, and nothing else. */
  private static boolean isTakenOver(IssueCommand.ChangeView c, CommandContext act) {
    return act.by().equals(c.keeper())
        && c.name() == null
        && c.showing() == null
        && c.audience() == null;
  }

  /** The person who saved it says who finds it: its name and its filter are their words. */
  private static SavedView shared(
      Issues.Held state, Tracker tracker, SavedView view, Audience wished, CommandContext act) {
    if (!SavedViews.isOf(view, act.by(), state.members())) {
      throw Refusal.forbidden(Message.of("who-saved-a-view-says-who"));
    }
    SavedView own = view.keptBy(act.by());
    SavedView changed =
        own.sharedWith(state.access().choose(act.by(), tracker.scope(), wished), act.at());
    if (!changed.own()) {
      state.access().mustPost(act.by());
    }
    return changed;
  }

  /** Who is to keep it: somebody who finds it anyway, so that nobody is shown anything by that. */
  private static SeatId keeper(
      Issues.Held state, SavedView view, SeatId wished, CommandContext act) {
    Tracker tracker = state.issues().tracker(view.tracker()).orElseThrow();
    Seat seat = state.members().seats().get(wished);
    if (seat == null
        || !seat.active()
        || seat.role() == Role.OBSERVER
        || !state.access().canRead(wished, SavedViews.scope(view, tracker.scope()))) {
      throw Refusal.invalid("by", Message.of("the-keeper-of-a-view-must-find-it"));
    }
    long kept = views(state, tracker, act).stream().filter(v -> v.by().equals(wished)).count();
    if (kept >= SavedViews.MAX_BY_ONE) {
      throw Refusal.conflict(Message.of("they-keep-as-many-views-of"));
    }
    return wished;
  }

  /**
   * What somebody left behind, for any reader who takes it; else as for the person who changes it.
   */
  private static SavedView left(Issues.Held state, String key, String id, CommandContext act) {
    SavedView view = found(state, key, id, act);
    return SavedViews.isLeft(view, state.members()) ? view : changeable(state, key, id, act);
  }

  private static List<Event> removeView(
      Issues.Held state, IssueCommand.RemoveView c, CommandContext act) {
    return List.of(IssueEvent.ViewRemoved.of(changeable(state, c.tracker(), c.id(), act)));
  }

  private static Event saved(SavedView v, @Nullable Instant at) {
    return new IssueEvent.ViewSaved(
        v.tracker(), v.id(), v.name(), v.showing(), v.audience(), v.by(), at);
  }

  /** A filter that is not understood is saved for nobody. */
  private static ViewLayout understood(Issues.Held state, ViewLayout showing, CommandContext act) {
    LocalDate today = LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
    try {
      IssueFilter.parse(showing.filter(), new FilterContext(state.members(), act.by(), today));
    } catch (Refusal e) {
      throw Refusal.invalid("showing/filter", e.message());
    }
    return showing;
  }

  private static List<SavedView> views(Issues.Held state, Tracker tracker, CommandContext act) {
    return state
        .issues()
        .views()
        .of(tracker.key(), tracker.scope(), state.access().asked(act.by()));
  }

  private static SavedView found(Issues.Held state, String key, String id, CommandContext act) {
    state.access().mustBeActive(act.by());
    Tracker tracker = state.issues().tracker(key).orElseThrow(Refusal::absent);
    return state
        .issues()
        .views()
        .find(id, tracker.key(), tracker.scope(), state.access().asked(act.by()))
        .orElseThrow(Refusal::absent);
  }

  private static SavedView changeable(
      Issues.Held state, String key, String id, CommandContext act) {
    SavedView view = found(state, key, id, act);
    if (!SavedViews.mayChange(view, act.by(), state.members())) {
      throw Refusal.forbidden(Message.of("who-saved-a-view-changes-it"));
    }
    return view;
  }

  private static List<Event> close(
      Issues.Held state, IssueCommand.CloseIssue c, CommandContext act) {
    Issue issue = editable(state, c.issue(), act);
    if (!c.as().closed()) {
      throw Refusal.invalid("as", Message.of("an-issue-is-closed-as-done"));
    }
    if (issue.state().closed()) {
      throw Refusal.conflict(Message.of("this-issue-is-closed-already"));
    }
    List<Event> events = new ArrayList<>();
    events.add(new IssueEvent.IssueClosed(issue.id(), c.as()));
    if (c.note() != null) {
      events.addAll(
          comment(
              state,
              new IssueCommand.CommentIssue(issue.id(), Post.web(c.note(), null, null)),
              act));
    }
    return events;
  }

  private static List<Event> reopen(
      Issues.Held state, IssueCommand.ReopenIssue c, CommandContext act) {
    Issue issue = editable(state, c.issue(), act);
    if (!issue.state().closed()) {
      throw Refusal.conflict(Message.of("this-issue-is-open-already"));
    }
    return List.of(new IssueEvent.IssueReopened(issue.id()));
  }

  private static List<Event> comment(
      Issues.Held state, IssueCommand.CommentIssue c, CommandContext act) {
    Issue issue =
        state.issues().find(state.access(), act.by(), c.issue()).orElseThrow(Refusal::absent);
    return List.of(
        Posting.decide(
            state, act.by(), act.entry(), issue.ref(), state.issues().scope(issue), c.post()));
  }

  private static Issue editable(Issues.Held state, String idOrLabel, CommandContext act) {
    Issue issue =
        state.issues().find(state.access(), act.by(), idOrLabel).orElseThrow(Refusal::absent);
    state.access().mustRead(act.by(), state.issues().scope(issue));
    state.access().mustPost(act.by());
    return issue;
  }
}
