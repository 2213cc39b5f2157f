package org.caucus.coalition.updates;

import java.util.List;
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
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.updates.mail.UpdateMail;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Updates of companies, and the questions asked about them. */
public final class UpdateCapability implements Capability<Updates.Held, UpdateEvent> {
  private static final String WORDS = "withheld title:copiedTitle body:copiedBody";

  /** Not its links: the other end may be hidden from who reads this. */
  private static final String REFERENCES = "particulars.provision particulars.due";

  @Override
  public Class<UpdateEvent> events() {
    return UpdateEvent.class;
  }

  @Override
  public List<EventName<? extends UpdateEvent>> names() {
    return List.of(
        EventName.of(
            "update.posted",
            UpdateEvent.UpdatePosted.class,
            "id company kind stage " + WORDS + " attribution audience by via " + REFERENCES),
        EventName.of("update.passed-on", UpdateEvent.UpdatePassedOn.class, "id to"),
        EventName.of(
            "update.corrected",
            UpdateEvent.UpdateCorrected.class,
            "id kind attribution " + WORDS + " note by " + REFERENCES),
        EventName.of("update.staged", UpdateEvent.StageReached.class, "id stage note by"),
        EventName.of("update.retracted", UpdateEvent.UpdateRetracted.class, "id reason by"),
        EventName.of(
            "update.acknowledged", UpdateEvent.UpdateAcknowledged.class, "id organisation by"),
        EventName.of("question.asked", UpdateEvent.QuestionAsked.class, "update entry by"),
        EventName.of(
            "question.answered",
            UpdateEvent.QuestionAnswered.class,
            "update question@entry entry by"));
  }

  @Override
  public List<CommandFamily<? super Updates.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(UpdateCommand.class, UpdateDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.UPDATE);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.updates.UpdateNotifications", Facet.NOTIFIED)
        .in("coalition.updates.mail.UpdateMailDecider", Facet.MAILED)
        .in("coalition.updates.UpdateCapability", Facet.EXPORTED)
        .in("views.feeds.UpdateFeedItem", Facet.FED)
        .in("views.search.SearchDocument", Facet.SEARCHED)
        .none("Only a draft waits for a time.", Facet.SCHEDULED)
        .none("An update has no date but that on which it was published.", Facet.DATED);
  }

  @Override
  public NotificationFacet<Updates.Held, UpdateEvent> notifications() {
    return new UpdateNotifications();
  }

  @Override
  public List<MailFacet<? super Updates.Held, ?>> mail() {
    return List.of(new UpdateMail());
  }

  @Override
  public Slices evolve(Updates.Held now, UpdateEvent event, CommitTime commit) {
    ThingCommits commits = now.slices().get(ThingCommits.SLICE);
    return with(now, now.updates().evolve(event, commit.at()))
        .with(ThingCommits.SLICE, changed(commits, event, commit.sequence()));
  }

  /** What letters tell with its old value. */
  private static ThingCommits changed(ThingCommits commits, UpdateEvent event, long sequence) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> changed(commits, e.id(), sequence);
      case UpdateEvent.UpdatePassedOn e -> changed(commits, e.id(), sequence);
      case UpdateEvent.UpdateCorrected e -> changed(commits, e.id(), sequence);
      case UpdateEvent.StageReached e -> changed(commits, e.id(), sequence);
      case UpdateEvent.UpdateRetracted _,
          UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          commits;
    };
  }

  private static ThingCommits changed(ThingCommits commits, String id, long sequence) {
    return commits.with(Ref.to(Ref.Kind.UPDATE, id), sequence);
  }

  private static Slices with(Updates.Held now, Updates updates) {
    return now.slices().with(Updates.SLICE, updates);
  }

  @Override
  public About about(Updates.Held now, UpdateEvent event, CommitTime commit) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdatePassedOn e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateCorrected e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.StageReached e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateRetracted e -> About.of(now, Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateAcknowledged e -> About.of(now, Ref.Kind.UPDATE, e.id());
      // known to the person who reads the entry that asks or answers
      case UpdateEvent.QuestionAsked e -> by(now, e.update(), e.entry());
      case UpdateEvent.QuestionAnswered e -> by(now, e.update(), e.entry());
    };
  }

  private static About by(Updates.Held now, String update, String entry) {
    return About.of(
        Ref.to(Ref.Kind.UPDATE, update), now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow());
  }

  @Override
  public Optional<Scope> scopeOf(Updates.Held now, Ref ref) {
    return now.updates().find(ref.id()).map(Update::scope);
  }

  @Override
  public Slices widened(
      Updates.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(now, now.updates().widened(of.id(), to, commit.at()));
  }

  @Override
  public Slices narrowed(Updates.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(now, now.updates().narrowed(of.id(), to, narrower));
  }

  @Override
  public Stream<Ref> saying(Updates.Held now) {
    return now.updates().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.UPDATE, id));
  }

  @Override
  public Optional<Item> find(Updates.Held now, Ref ref) {
    return now.updates().find(ref.id()).map(UpdateItem::new);
  }

  @Override
  public void show(Updates.Held now, Ref ref, ChangedThings out) {
    now.updates()
        .find(ref.id())
        .ifPresent(u -> out.add("updates", UpdatePresenter.show(now, u, out.reader())));
  }

  /** Its company counts its updates. */
  @Override
  public void showCounts(Updates.Held now, Ref ref, ChangedThings out) {
    now.updates()
        .find(ref.id())
        .map(u -> UpdatePresenter.line(now, u.company(), out.reader(), out.at()))
        .ifPresent(line -> out.add("companies", line));
  }

  @Override
  public @Nullable String title(UpdateEvent event, String id) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> e.id().equals(id) ? e.title() : null;
      case UpdateEvent.UpdateCorrected e -> e.id().equals(id) ? e.title() : null;
      case UpdateEvent.UpdatePassedOn _,
          UpdateEvent.StageReached _,
          UpdateEvent.UpdateRetracted _,
          UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          null;
    };
  }

  @Override
  public Optional<MentionableText> mentionable(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> body(e.id(), e.storedBody());
      case UpdateEvent.UpdateCorrected e -> body(e.id(), e.storedBody());
      case UpdateEvent.StageReached _,
          UpdateEvent.UpdateRetracted _,
          UpdateEvent.UpdatePassedOn _,
          UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          Optional.empty();
    };
  }

  private static Optional<MentionableText> body(String id, @Nullable StoredText words) {
    return MentionableText.of(Ref.to(Ref.Kind.UPDATE, id), "body", words);
  }

  @Override
  public @Nullable EventWords words(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          words(e.id(), EventWords.brief(e.title()), e.storedBody(), provision(e.particulars()));
      case UpdateEvent.UpdateCorrected e ->
          words(
              e.id(),
              EventWords.brief(e.title()),
              e.storedBody(),
              e.storedNote(),
              provision(e.particulars()));
      case UpdateEvent.StageReached e -> words(e.id(), e.storedNote());
      case UpdateEvent.UpdateRetracted e -> words(e.id(), e.storedReason());
      case UpdateEvent.UpdatePassedOn _,
          UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          null;
    };
  }

  private static EventWords words(String id, @Nullable StoredText... words) {
    return EventWords.of(Ref.Kind.UPDATE, id, words);
  }

  private static @Nullable StoredText provision(@Nullable UpdateReferences references) {
    return references == null ? null : EventWords.brief(references.provision());
  }

  @Override
  public @Nullable Ref searched(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> Ref.to(Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdateCorrected e -> Ref.to(Ref.Kind.UPDATE, e.id());
      case UpdateEvent.UpdatePassedOn _,
          UpdateEvent.StageReached _,
          UpdateEvent.UpdateRetracted _,
          UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          null;
    };
  }

  @Override
  public String page(Ref ref) {
    return "updates/" + ref.id();
  }

  @Override
  public Optional<WeeklyDeed> weekly(Updates.Held now, UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> Optional.of(did(now, e.id(), "update.posted").opening());
      case UpdateEvent.UpdateCorrected e -> Optional.of(did(now, e.id(), "update.corrected"));
      case UpdateEvent.StageReached e -> Optional.of(did(now, e.id(), "update.staged"));
      case UpdateEvent.UpdateRetracted e -> Optional.of(did(now, e.id(), "update.retracted"));
      case UpdateEvent.QuestionAnswered e -> Optional.of(did(now, e.update(), "update.answered"));
      case UpdateEvent.QuestionAsked _,
          UpdateEvent.UpdatePassedOn _,
          UpdateEvent.UpdateAcknowledged _ ->
          Optional.empty();
    };
  }

  private static WeeklyDeed did(Updates.Held now, String update, String what) {
    return WeeklyDeed.of(Ref.to(Ref.Kind.UPDATE, update), what)
        .ofCompany(now.updates().find(update).map(Update::company).orElse(null));
  }

  /** Somebody answers for a request until it is done. */
  @Override
  public Stream<Duty> duties(Updates.Held now) {
    return now.updates().byId().values().stream()
        .filter(u -> u.kind() == Update.Kind.REQUEST && u.keeper() != null)
        .filter(u -> u.stage() != Update.Stage.DONE && u.stands())
        .map(UpdateItem::new)
        .map(u -> new Duty(u.ref(), u.title(), u.scope(), u.assignees(), true));
  }

  @Override
  public UpdateEvent passedOn(Updates.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new UpdateEvent.UpdatePassedOn(thing.id(), to);
  }

  @Override
  public boolean isAudited(UpdateEvent event) {
    return false;
  }
}
