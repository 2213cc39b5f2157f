package org.caucus.coalition.trackers;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventExport;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssueFieldsJson;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.mail.IssueMail;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.json.JsonFields;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Trackers and their issues. */
public final class IssueCapability implements Capability<Issues.Held, IssueEvent> {
  @Override
  public Class<IssueEvent> events() {
    return IssueEvent.class;
  }

  @Override
  public List<EventName<? extends IssueEvent>> names() {
    return List.of(
        EventName.of(
            "tracker.opened",
            IssueEvent.TrackerOpened.class,
            "key name address:localPart audience"),
        EventName.of(
            "tracker.arranged",
            IssueEvent.TrackerArranged.class,
            "key",
            (e, out) -> out.put("arrangement", IssueFieldsJson.show(e.arrangement()))),
        EventName.of(
            "tracker.described",
            IssueEvent.TrackerDescribed.class,
            "key name former description by"),
        EventName.of(
            "issue.opened",
            IssueEvent.IssueOpened.class,
            "id label tracker title description provision assignees due audience by",
            (e, out) ->
                out.put("facets", e.facets() == null ? null : IssueFieldsJson.show(e.facets()))),
        EventName.of(
            "issue.edited",
            IssueEvent.IssueEdited.class,
            "id title description provision state assignees",
            IssueCapability::edited),
        EventName.of("issue.closed", IssueEvent.IssueClosed.class, "id as"),
        EventName.of("issue.reopened", IssueEvent.IssueReopened.class, "id"),
        EventName.of("issue.quieted", IssueEvent.IssueQuieted.class, "id by"),
        EventName.of("issue.watched", IssueEvent.IssueWatched.class, "id seat"),
        EventName.of("issue.unwatched", IssueEvent.IssueUnwatched.class, "id seat"),
        EventName.of(
            "issue.related",
            IssueEvent.IssueRelated.class,
            "relation.from relation.kind relation.to"),
        EventName.of(
            "issue.unrelated",
            IssueEvent.IssueUnrelated.class,
            "relation.from relation.kind relation.to"),
        EventName.of(
            "view.saved", IssueEvent.ViewSaved.class, "id tracker name showing audience by"),
        EventName.of("view.removed", IssueEvent.ViewRemoved.class, "id tracker"));
  }

  private static void edited(IssueEvent.IssueEdited e, EventExport out) {
    out.put("facets", e.more() == null ? null : IssueFieldsJson.show(e.more()));
    if (e.dueChanged()) {
      out.json().put("due", JsonFields.value(e.due()));
    }
  }

  @Override
  public List<CommandFamily<? super Issues.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(IssueCommand.class, IssueDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.TRACKER, Ref.Kind.ISSUE);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.trackers.IssueNotifications", Facet.NOTIFIED)
        .in("coalition.trackers.mail.IssueMailDecider", Facet.MAILED)
        .in("coalition.trackers.IssueCapability", Facet.EXPORTED)
        .in("views.feeds.issues.IssueFeed", Facet.FED)
        .in("views.search.SearchDocument", Facet.SEARCHED)
        .none("Nothing happens to an issue by itself.", Facet.SCHEDULED)
        .none("A due date is in the weekly summary, and is no appointment.", Facet.DATED);
  }

  @Override
  public NotificationFacet<Issues.Held, IssueEvent> notifications() {
    return new IssueNotifications();
  }

  @Override
  public List<MailFacet<? super Issues.Held, ?>> mail() {
    return List.of(new IssueMail());
  }

  @Override
  public void showWith(Issues.Held now, Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    RelationDecider.visible(now, entry, reader).stream()
        .flatMap(relation -> now.item(relation.other(entry)).stream())
        .forEach(issue -> EntryPresenter.addRelated(shown, issue));
  }

  @Override
  public Slices evolve(Issues.Held now, IssueEvent event, CommitTime commit) {
    ThingCommits commits = now.slices().get(ThingCommits.SLICE);
    return with(now, now.issues().evolve(event, commit.at()))
        .with(ThingCommits.SLICE, changed(commits, event, commit.sequence()));
  }

  private static ThingCommits changed(ThingCommits commits, IssueEvent event, long sequence) {
    return switch (event) {
      case IssueEvent.IssueChange e -> commits.with(Ref.to(Ref.Kind.ISSUE, e.id()), sequence);
      case IssueEvent.TrackerArranged e ->
          commits.with(Ref.to(Ref.Kind.TRACKER, e.key()), sequence);
      default -> commits;
    };
  }

  private static Slices with(Issues.Held now, Issues issues) {
    return now.slices().with(Issues.SLICE, issues);
  }

  @Override
  public About about(Issues.Held now, IssueEvent event, CommitTime commit) {
    return switch (event) {
      case IssueEvent.TrackerOpened e -> About.of(now, Ref.Kind.TRACKER, e.key());
      case IssueEvent.IssueOpened e ->
          About.of(now, Ref.to(Ref.Kind.ISSUE, e.id()), Ref.to(Ref.Kind.TRACKER, e.tracker()));
      case IssueEvent.IssueEdited e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueClosed e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueReopened e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.TrackerDescribed e -> About.of(now, Ref.Kind.TRACKER, e.key());
      case IssueEvent.TrackerArranged e -> About.of(now, Ref.Kind.TRACKER, e.key());
      case IssueEvent.IssueWatched e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueQuieted e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueUnwatched e -> About.of(now, Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueRelated e -> related(now, e.relation());
      case IssueEvent.IssueUnrelated e -> related(now, e.relation());
      case IssueEvent.ViewSaved e ->
          view(now, e.tracker(), e.audience(), e.saved() == null ? commit.at() : e.saved());
      case IssueEvent.ViewRemoved e -> view(now, e.tracker(), e.audience(), e.saved());
    };
  }

  /** Told of its tracker, to those who find the view there and to nobody else. */
  private static About view(Issues.Held now, String tracker, Audience audience, Instant at) {
    About place = About.of(now, Ref.Kind.TRACKER, tracker);
    return About.of(place.ref(), place.scope().holds(audience, at));
  }

  /** Told to those who can read both ends. */
  private static About related(Issues.Held now, Relation relation) {
    Scope one = now.scopeOf(relation.from()).orElseThrow();
    return About.of(relation.from(), one.and(now.scopeOf(relation.to()).orElseThrow()));
  }

  @Override
  public Optional<Scope> scopeOf(Issues.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.TRACKER
        ? now.issues().tracker(ref.id()).map(Tracker::scope)
        : now.issues().find(ref.id()).map(now.issues()::scope);
  }

  @Override
  public Optional<Ref> containerOf(Issues.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.ISSUE
        ? now.issues().find(ref.id()).map(i -> Ref.to(Ref.Kind.TRACKER, i.tracker()))
        : Optional.empty();
  }

  @Override
  public List<Ref> inside(Issues.Held now, Ref place) {
    return place.kind() == Ref.Kind.TRACKER
        ? now.issues().of(now.issues().tracker(place.id()).orElseThrow()).stream()
            .map(Issue::ref)
            .toList()
        : List.of();
  }

  @Override
  public Slices widened(
      Issues.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(
        now,
        of.kind() == Ref.Kind.TRACKER
            ? now.issues().heldTo(of.id(), to)
            : now.issues().widened(of.id(), to, label, commit.at()));
  }

  @Override
  public Slices narrowed(Issues.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(
        now,
        of.kind() == Ref.Kind.TRACKER
            ? now.issues().heldTo(of.id(), to)
            : now.issues().narrowed(of.id(), to, narrower));
  }

  @Override
  public Stream<Ref> saying(Issues.Held now) {
    return now.issues().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.ISSUE, id));
  }

  @Override
  public Optional<Item> find(Issues.Held now, Ref ref) {
    return ref.kind() == Ref.Kind.TRACKER
        ? now.issues().tracker(ref.id()).map(TrackerItem::new)
        : now.issues().find(ref.id()).map(i -> item(now, i));
  }

  private static IssueItem item(Issues.Held now, Issue issue) {
    return new IssueItem(issue, now.issues().scope(issue));
  }

  /** An issue is known by the labels too that this reader may have seen. */
  @Override
  public Optional<Item> find(Issues.Held now, Ref ref, SeatId reader) {
    return ref.kind() == Ref.Kind.TRACKER
        ? find(now, ref)
        : now.issues().find(now.access(), reader, ref.id()).map(i -> item(now, i));
  }

  @Override
  public void show(Issues.Held now, Ref ref, ChangedThings out) {
    if (ref.kind() == Ref.Kind.TRACKER) {
      now.issues()
          .tracker(ref.id())
          .ifPresent(
              t -> out.add("trackers", IssuePresenter.show(now, t, out.reader(), out.domain())));
    } else {
      now.issues()
          .find(ref.id())
          .ifPresent(i -> out.add("issues", IssuePresenter.show(now, i, out.reader())));
    }
  }

  /** A tracker counts its issues. */
  @Override
  public void showCounts(Issues.Held now, Ref ref, ChangedThings out) {
    if (ref.kind() == Ref.Kind.ISSUE) {
      now.issues().find(ref.id()).ifPresent(i -> out.put(Ref.to(Ref.Kind.TRACKER, i.tracker())));
    }
  }

  @Override
  public @Nullable String title(IssueEvent event, String id) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> e.id().equals(id) ? e.title() : null;
      case IssueEvent.IssueEdited e -> e.id().equals(id) ? e.title() : null;
      case IssueEvent.IssueClosed _, IssueEvent.IssueReopened _, IssueEvent.Housekeeping _ -> null;
    };
  }

  @Override
  public Optional<MentionableText> mentionable(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> described(e.id(), e.storedDescription());
      case IssueEvent.IssueEdited e -> described(e.id(), e.storedDescription());
      case IssueEvent.IssueClosed _, IssueEvent.IssueReopened _, IssueEvent.Housekeeping _ ->
          Optional.empty();
    };
  }

  private static Optional<MentionableText> described(String id, @Nullable StoredText words) {
    return MentionableText.of(Ref.to(Ref.Kind.ISSUE, id), "description", words);
  }

  @Override
  public @Nullable EventWords words(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          EventWords.of(
              Ref.Kind.ISSUE,
              e.id(),
              EventWords.brief(e.title()),
              e.storedDescription(),
              EventWords.brief(e.provision()),
              words(Objects.requireNonNullElse(e.facets(), IssueFields.USUAL)));
      case IssueEvent.IssueEdited e ->
          EventWords.of(
              Ref.Kind.ISSUE,
              e.id(),
              EventWords.brief(e.title()),
              e.storedDescription(),
              EventWords.brief(e.provision()),
              words(IssueFields.USUAL.with(e.more())));
      case IssueEvent.TrackerOpened e ->
          EventWords.of(Ref.Kind.TRACKER, e.key(), EventWords.brief(e.name()));
      case IssueEvent.TrackerDescribed e ->
          EventWords.of(
              Ref.Kind.TRACKER,
              e.key(),
              EventWords.brief(e.name()),
              EventWords.brief(e.description()));
      case IssueEvent.IssueClosed _, IssueEvent.IssueReopened _, IssueEvent.Housekeeping _ -> null;
    };
  }

  private static StoredText words(IssueFields fields) {
    return EventWords.made(fields.words());
  }

  @Override
  public @Nullable Ref searched(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> Ref.to(Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueEdited e -> Ref.to(Ref.Kind.ISSUE, e.id());
      case IssueEvent.IssueClosed _, IssueEvent.IssueReopened _, IssueEvent.Housekeeping _ -> null;
    };
  }

  @Override
  public String page(Ref ref) {
    return ref.kind() == Ref.Kind.ISSUE ? "issues/" + ref.id() : "";
  }

  @Override
  public Optional<WeeklyDeed> weekly(Issues.Held now, IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> Optional.of(did(e.id(), "did.opened").opening());
      case IssueEvent.IssueClosed e -> Optional.of(did(e.id(), "did.closed"));
      case IssueEvent.IssueReopened e -> Optional.of(did(e.id(), "did.reopened"));
      case IssueEvent.IssueEdited e -> Optional.of(did(e.id(), "did.changed"));
      case IssueEvent.Housekeeping _ -> Optional.empty();
    };
  }

  private static WeeklyDeed did(String issue, String what) {
    return WeeklyDeed.of(Ref.to(Ref.Kind.ISSUE, issue), what);
  }

  /** Each open issue is its assignees' to do. */
  @Override
  public Stream<Duty> duties(Issues.Held now) {
    return now.issues().byId().values().stream()
        .filter(i -> !i.state().closed() && !i.assignees().isEmpty())
        .map(i -> item(now, i))
        .map(i -> new Duty(i.ref(), i.title(), i.scope(), i.assignees(), true));
  }

  @Override
  public IssueEvent passedOn(Issues.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    List<SeatId> assignees = new ArrayList<>();
    for (SeatId one : now.issues().find(thing.id()).orElseThrow().assignees()) {
      SeatId next = one.equals(from) ? to : one;
      if (next != null && !assignees.contains(next)) {
        assignees.add(next);
      }
    }
    return new IssueEvent.IssueEdited(
        thing.id(), null, null, null, null, List.copyOf(assignees), false, null);
  }

  @Override
  public boolean isAudited(IssueEvent event) {
    return event instanceof IssueEvent.TrackerDescribed;
  }
}
