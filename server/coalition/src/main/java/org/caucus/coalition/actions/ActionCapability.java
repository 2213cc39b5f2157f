package org.caucus.coalition.actions;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Duty;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.mail.ActionMail;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.ChangedThings;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Actions: what is planned, who commits to it, who comes, and what came of it. */
public final class ActionCapability implements Capability<Actions.Held, ActionEvent> {
  /** When it is somebody's to do. */
  private static final Set<Action.State> IN_HAND =
      Set.of(Action.State.PLANNED, Action.State.UNDER_WAY);

  @Override
  public Class<ActionEvent> events() {
    return ActionEvent.class;
  }

  @Override
  public List<EventName<? extends ActionEvent>> names() {
    return List.of(
        EventName.of(
            "action.planned",
            ActionEvent.ActionPlanned.class,
            "id kind title description owner when.startsAt when.endsAt when.zone place audience"
                + " by"),
        EventName.of(
            "action.edited",
            ActionEvent.ActionEdited.class,
            "id title description state owner when.startsAt when.endsAt when.zone place outcome"),
        EventName.of(
            "action.committed", ActionEvent.Committed.class, "action organisation answer note by"),
        EventName.of(
            "action.detailed",
            ActionEvent.ActionDetailed.class,
            "id", // without links: who reads this may not read both ends
            (e, out) -> ActionDetailFields.show(e.details(), ref -> false, out.json())),
        EventName.of("action.answered", ActionEvent.Answered.class, "action seat answer note"),
        EventName.of("action.attended", ActionEvent.AttendanceNoted.class, "action by present"),
        EventName.of("action.minuted", ActionEvent.MinutesWritten.class, "action text by"),
        EventName.of("action.replied", ActionEvent.ReplyRecorded.class, "action by due reply"),
        EventName.of("action.overdue", ActionEvent.ReplyOverdue.class, "action due since"),
        EventName.of("action.reminded", ActionEvent.Reminded.class, "action due"),
        EventName.of("action.embargoed", ActionEvent.Embargoed.class, "action until to by"));
  }

  @Override
  public List<CommandFamily<? super Actions.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(ActionCommand.class, ActionDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.ACTION);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.actions.ActionNotifications", Facet.NOTIFIED)
        .in("coalition.actions.mail.ActionMailDecider", Facet.MAILED)
        .in("workspace.scheduled.ScheduledActionReminders", Facet.SCHEDULED)
        .in("coalition.actions.ActionCapability", Facet.EXPORTED)
        .in("views.feeds.actions.ActionFeed", Facet.FED)
        .in("views.calendar.CalendarFeed", Facet.DATED)
        .in("views.search.SearchDocument", Facet.SEARCHED);
  }

  @Override
  public ActionNotifications notifications() {
    return new ActionNotifications();
  }

  @Override
  public List<MailFacet<? super Actions.Held, ?>> mail() {
    return List.of(new ActionMail());
  }

  @Override
  public Slices evolve(Actions.Held now, ActionEvent event, CommitTime commit) {
    return with(now, now.actions().evolve(event, commit.at(), commit.sequence(), now.access()));
  }

  private static Slices with(Actions.Held now, Actions actions) {
    return now.slices().with(Actions.SLICE, actions);
  }

  /** All are told of the action, to those who read it. */
  @Override
  public About about(Actions.Held now, ActionEvent event, CommitTime commit) {
    return About.of(now, Ref.Kind.ACTION, event.of());
  }

  @Override
  public Optional<Scope> scopeOf(Actions.Held now, Ref ref) {
    return now.actions().find(ref.id()).map(Action::scope);
  }

  @Override
  public Slices widened(
      Actions.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(now, now.actions().widened(of.id(), to, commit.at(), commit.sequence()));
  }

  @Override
  public Slices narrowed(Actions.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(now, now.actions().narrowed(of.id(), to, narrower));
  }

  @Override
  public Stream<Ref> saying(Actions.Held now) {
    return now.actions().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.ACTION, id));
  }

  @Override
  public Optional<Item> find(Actions.Held now, Ref ref) {
    return now.actions().find(ref.id()).map(ActionItem::new);
  }

  @Override
  public void show(Actions.Held now, Ref ref, ChangedThings out) {
    now.actions()
        .find(ref.id())
        .ifPresent(a -> out.add("actions", ActionPresenter.show(now, a, out.reader())));
  }

  @Override
  public void showWith(Actions.Held now, Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    now.actions().linkedTo(entry).stream()
        .flatMap(id -> now.actions().find(id).stream())
        .filter(action -> now.access().canRead(reader, action.scope()))
        .flatMap(action -> now.item(action.ref()).stream())
        .forEach(action -> EntryPresenter.addRelated(shown, action));
  }

  @Override
  public String page(Ref ref) {
    return "actions/" + ref.id();
  }

  @Override
  public Optional<WeeklyDeed> weekly(Actions.Held now, ActionEvent event) {
    WeeklyDeed done =
        switch (event) {
          case ActionEvent.ActionPlanned e -> did(e, "did.planned").opening();
          case ActionEvent.ActionEdited e -> did(e, "did.changed");
          case ActionEvent.Committed e -> did(e, "committed." + e.answer());
          case ActionEvent.ReplyRecorded e -> did(e, "did.replied");
          case ActionEvent.MinutesWritten e -> did(e, "did.minuted");
          case ActionEvent.ActionDetailed _,
              ActionEvent.Answered _,
              ActionEvent.AttendanceNoted _,
              ActionEvent.ReplyOverdue _,
              ActionEvent.Reminded _,
              ActionEvent.Embargoed _ ->
              null;
        };
    return Optional.ofNullable(done);
  }

  private static WeeklyDeed did(ActionEvent event, String what) {
    return WeeklyDeed.of(Ref.to(Ref.Kind.ACTION, event.of()), what);
  }

  /** An action always has an owner: it can be given away, but not let go. */
  @Override
  public Stream<Duty> duties(Actions.Held now) {
    return now.actions().byId().values().stream()
        .filter(a -> IN_HAND.contains(a.state()))
        .map(a -> new Duty(a.ref(), a.title(), a.scope(), List.of(a.owner()), false));
  }

  @Override
  public ActionEvent passedOn(Actions.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new ActionEvent.ActionEdited(thing.id(), null, null, null, to, null, null, null);
  }

  /** An embargo is a widening that waits. */
  @Override
  public boolean isAudited(ActionEvent event) {
    return switch (event) {
      case ActionEvent.Embargoed e -> e.to() != null;
      case ActionEvent.ActionPlanned _,
          ActionEvent.ActionEdited _,
          ActionEvent.Committed _,
          ActionEvent.ActionDetailed _,
          ActionEvent.Answered _,
          ActionEvent.AttendanceNoted _,
          ActionEvent.MinutesWritten _,
          ActionEvent.ReplyRecorded _,
          ActionEvent.ReplyOverdue _,
          ActionEvent.Reminded _ ->
          false;
    };
  }

  @Override
  public @Nullable String title(ActionEvent event, String id) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> e.id().equals(id) ? e.title() : null;
      case ActionEvent.ActionEdited e -> e.id().equals(id) ? e.title() : null;
      case ActionEvent.Committed _,
          ActionEvent.ActionDetailed _,
          ActionEvent.Answered _,
          ActionEvent.AttendanceNoted _,
          ActionEvent.MinutesWritten _,
          ActionEvent.ReplyRecorded _,
          ActionEvent.ReplyOverdue _,
          ActionEvent.Reminded _,
          ActionEvent.Embargoed _ ->
          null;
    };
  }

  @Override
  public Optional<MentionableText> mentionable(ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> said(e, "description", e.storedDescription());
      case ActionEvent.ActionEdited e -> said(e, "description", e.storedDescription());
      case ActionEvent.MinutesWritten e -> said(e, "text", e.storedText());
      case ActionEvent.ActionDetailed _,
          ActionEvent.ReplyRecorded _,
          ActionEvent.Committed _,
          ActionEvent.Answered _,
          ActionEvent.AttendanceNoted _,
          ActionEvent.ReplyOverdue _,
          ActionEvent.Reminded _,
          ActionEvent.Embargoed _ ->
          Optional.empty();
    };
  }

  private static Optional<MentionableText> said(
      ActionEvent event, String field, @Nullable StoredText words) {
    return MentionableText.of(Ref.to(Ref.Kind.ACTION, event.of()), field, words);
  }

  @Override
  public EventWords words(ActionEvent event) {
    return EventWords.of(Ref.Kind.ACTION, event.of(), texts(event));
  }

  private static @Nullable StoredText[] texts(ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e ->
          texts(EventWords.brief(e.title()), e.storedDescription(), e.storedPlace());
      case ActionEvent.ActionEdited e ->
          texts(
              EventWords.brief(e.title()),
              e.storedDescription(),
              e.storedPlace(),
              e.storedOutcome());
      case ActionEvent.ActionDetailed e -> details(e.details());
      case ActionEvent.ReplyRecorded e -> texts(e.reply().storedText());
      case ActionEvent.MinutesWritten e -> texts(e.storedText());
      case ActionEvent.Committed e -> texts(e.storedNote());
      case ActionEvent.Answered e -> texts(e.storedNote());
      case ActionEvent.AttendanceNoted _,
          ActionEvent.ReplyOverdue _,
          ActionEvent.Reminded _,
          ActionEvent.Embargoed _ ->
          texts();
    };
  }

  private static @Nullable StoredText[] texts(@Nullable StoredText... texts) {
    return texts;
  }

  private static StoredText[] details(ActionDetails details) {
    return Stream.concat(
            Stream.of(details.storedAgenda(), details.storedChannel(), details.storedReceipt()),
            details.replies().stream().map(ActionDetails.Reply::storedText))
        .toArray(StoredText[]::new);
  }

  @Override
  public @Nullable Ref searched(ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> Ref.to(Ref.Kind.ACTION, e.of());
      case ActionEvent.ActionEdited e -> Ref.to(Ref.Kind.ACTION, e.of());
      case ActionEvent.ActionDetailed e -> Ref.to(Ref.Kind.ACTION, e.of());
      case ActionEvent.ReplyRecorded e -> Ref.to(Ref.Kind.ACTION, e.of());
      case ActionEvent.Committed _,
          ActionEvent.Answered _,
          ActionEvent.AttendanceNoted _,
          ActionEvent.MinutesWritten _,
          ActionEvent.ReplyOverdue _,
          ActionEvent.Reminded _,
          ActionEvent.Embargoed _ ->
          null;
    };
  }
}
