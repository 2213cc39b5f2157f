package org.caucus.coalition.instruments;

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
import org.caucus.coalition.capability.EventFollower;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MailFacet;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.WeeklyDeed;
import org.caucus.coalition.instruments.mail.ConcernMail;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Instruments: texts on the table, their editions, and what hangs on their provisions. */
public final class InstrumentCapability implements Capability<Instruments.Held, InstrumentEvent> {
  /** The fields of its description, without the tracker: fewer people may know that. */
  private static final String ABOUT =
      " about.kind about.title about.country about.issuer about.language";

  @Override
  public Class<InstrumentEvent> events() {
    return InstrumentEvent.class;
  }

  @Override
  public List<EventName<? extends InstrumentEvent>> names() {
    return List.of(
        EventName.of(
            "instrument.added",
            InstrumentEvent.InstrumentAdded.class,
            "id" + ABOUT + " audience by"),
        EventName.of(
            "instrument.changed", InstrumentEvent.InstrumentChanged.class, "id" + ABOUT + " by"),
        EventName.of(
            "instrument.passed-on", InstrumentEvent.InstrumentPassedOn.class, "instrument to"),
        EventName.of(
            "instrument.edition-adopted",
            InstrumentEvent.EditionAdopted.class,
            "instrument number called dated source.name source.sha256 source.size textSha256 chars"
                + " by"),
        EventName.of(
            "instrument.provisions-placed",
            InstrumentEvent.ProvisionsPlaced.class,
            "instrument edition piece segments by"),
        EventName.of(
            "instrument.edition-withdrawn",
            InstrumentEvent.EditionWithdrawn.class,
            "instrument edition note by"),
        EventName.of(
            "instrument.provision-cited",
            InstrumentEvent.ProvisionCited.class,
            "instrument provision on by"),
        EventName.of(
            "instrument.citation-removed",
            InstrumentEvent.CitationRemoved.class,
            "instrument provision on by"));
  }

  @Override
  public List<CommandFamily<? super Instruments.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(InstrumentCommand.class, InstrumentDecider::decide));
  }

  @Override
  public Set<Ref.Kind> kinds() {
    return Set.of(Ref.Kind.INSTRUMENT);
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.instruments.InstrumentNotifications", Facet.NOTIFIED)
        .in("coalition.instruments.mail.ConcernMail", Facet.MAILED)
        .none("No day is set for an edition.", Facet.SCHEDULED)
        .in("coalition.instruments.InstrumentEvent", Facet.EXPORTED)
        .none("Feeds are of what companies say.", Facet.FED)
        .none("The day that an edition bears is over.", Facet.DATED)
        .in("coalition.instruments.InstrumentItem", Facet.SEARCHED);
  }

  @Override
  public Slices evolve(Instruments.Held now, InstrumentEvent event, CommitTime commit) {
    return with(now, now.instruments().evolve(event, commit.at()));
  }

  private static Slices with(Instruments.Held now, Instruments instruments) {
    return now.slices().with(Instruments.SLICE, instruments);
  }

  /** An issue may name its provision itself, when it is opened and later. */
  @Override
  public List<EventFollower<? super Instruments.Held, ?>> follows() {
    return List.of(
        new EventFollower<>(IssueEvent.IssueOpened.class, NamedByIssue::opened),
        new EventFollower<>(IssueEvent.IssueEdited.class, NamedByIssue::edited));
  }

  /** A link is known to those who read both of its ends. */
  @Override
  public About about(Instruments.Held now, InstrumentEvent event, CommitTime commit) {
    return switch (event) {
      case InstrumentEvent.ProvisionCited e -> link(now, e.instrument(), e.on());
      case InstrumentEvent.CitationRemoved e -> link(now, e.instrument(), e.on());
      case InstrumentEvent.InstrumentAdded _,
          InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.EditionAdopted _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.EditionWithdrawn _ ->
          About.of(now, Ref.Kind.INSTRUMENT, event.instrument());
    };
  }

  private static About link(Instruments.Held now, String id, Ref on) {
    Scope instrument = the(now, id).scope();
    return About.of(Ref.to(Ref.Kind.INSTRUMENT, id), now.scopeOf(on).orElseThrow().and(instrument));
  }

  private static Instrument the(Instruments.Held now, String id) {
    return now.instruments().find(id).orElseThrow();
  }

  @Override
  public Optional<Scope> scopeOf(Instruments.Held now, Ref ref) {
    return now.instruments().find(ref.id()).map(Instrument::scope);
  }

  @Override
  public Slices widened(
      Instruments.Held now, Ref of, Audience to, @Nullable String label, CommitTime commit) {
    return with(now, now.instruments().readBy(of.id(), to));
  }

  @Override
  public Slices narrowed(
      Instruments.Held now, Ref of, Audience to, UnaryOperator<Audience> narrower) {
    return with(now, now.instruments().readBy(of.id(), to));
  }

  @Override
  public Stream<Ref> saying(Instruments.Held now) {
    return now.instruments().byId().keySet().stream().map(id -> Ref.to(Ref.Kind.INSTRUMENT, id));
  }

  @Override
  public Optional<Item> find(Instruments.Held now, Ref ref) {
    return now.instruments().find(ref.id()).map(i -> InstrumentItem.of(now, i));
  }

  @Override
  public void show(Instruments.Held now, Ref ref, ChangedThings out) {
    now.instruments()
        .find(ref.id())
        .ifPresent(i -> out.add("instruments", InstrumentPresenter.show(now, i, out.reader())));
  }

  @Override
  public String page(Ref ref) {
    return "instruments/" + ref.id();
  }

  @Override
  public boolean isAudited(InstrumentEvent event) {
    return false;
  }

  /** The pieces of an edition are told by its adoption, and links where the thing is shown. */
  @Override
  public boolean isActivity(InstrumentEvent event) {
    return switch (event) {
      case InstrumentEvent.ProvisionsPlaced _, InstrumentEvent.InstrumentAdded _ -> false;
      case InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.EditionAdopted _,
          InstrumentEvent.EditionWithdrawn _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          true;
    };
  }

  @Override
  public @Nullable String title(InstrumentEvent event, String id) {
    return switch (event) {
      case InstrumentEvent.InstrumentAdded e -> e.id().equals(id) ? e.about().title() : null;
      case InstrumentEvent.InstrumentChanged e -> e.id().equals(id) ? e.about().title() : null;
      case InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.EditionAdopted _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.EditionWithdrawn _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          null;
    };
  }

  @Override
  public @Nullable EventWords words(InstrumentEvent event) {
    return switch (event) {
      case InstrumentEvent.InstrumentAdded e -> words(e.id(), about(e.about()));
      case InstrumentEvent.InstrumentChanged e -> words(e.instrument(), about(e.about()));
      case InstrumentEvent.EditionAdopted e ->
          words(e.instrument(), EventWords.brief(e.called()), EventWords.brief(e.source().name()));
      case InstrumentEvent.ProvisionsPlaced e ->
          words(
              e.instrument(),
              e.placed().stream().map(Placed::storedText).toArray(StoredText[]::new));
      case InstrumentEvent.EditionWithdrawn e -> words(e.instrument(), e.storedNote());
      case InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          null;
    };
  }

  private static @Nullable StoredText[] about(Instrument.Details about) {
    return new @Nullable StoredText[] {
      EventWords.brief(about.title()), EventWords.brief(about.issuer())
    };
  }

  private static EventWords words(String id, @Nullable StoredText... words) {
    return EventWords.of(Ref.Kind.INSTRUMENT, id, words);
  }

  @Override
  public List<MailFacet<? super Instruments.Held, ?>> mail() {
    return List.of(new ConcernMail());
  }

  @Override
  public NotificationFacet<Instruments.Held, InstrumentEvent> notifications() {
    return new InstrumentNotifications();
  }

  @Override
  public Optional<WeeklyDeed> weekly(Instruments.Held now, InstrumentEvent event) {
    return switch (event) {
      case InstrumentEvent.EditionAdopted e ->
          Optional.of(e.number() == 1 ? did(e, "added").opening() : did(e, "adopted"));
      case InstrumentEvent.EditionWithdrawn e -> Optional.of(did(e, "withdrawn"));
      case InstrumentEvent.InstrumentAdded _,
          InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          Optional.empty();
    };
  }

  private static WeeklyDeed did(InstrumentEvent event, String what) {
    Ref instrument = Ref.to(Ref.Kind.INSTRUMENT, event.instrument());
    return WeeklyDeed.of(instrument, InstrumentNoticeMessages.PHRASES, "did." + what);
  }

  /** Somebody keeps a text for as long as it is on the table. */
  @Override
  public Stream<Duty> duties(Instruments.Held now) {
    return now.instruments().byId().values().stream()
        .filter(i -> i.keeper() != null)
        .map(i -> InstrumentItem.of(now, i))
        .map(item -> new Duty(item.ref(), item.title(), item.scope(), item.assignees(), true));
  }

  @Override
  public InstrumentEvent passedOn(
      Instruments.Held now, Ref thing, SeatId from, @Nullable SeatId to) {
    return new InstrumentEvent.InstrumentPassedOn(thing.id(), to);
  }

  @Override
  public @Nullable Ref searched(InstrumentEvent event) {
    return switch (event) {
      case InstrumentEvent.InstrumentAdded _,
          InstrumentEvent.InstrumentChanged _,
          InstrumentEvent.EditionAdopted _,
          InstrumentEvent.ProvisionsPlaced _,
          InstrumentEvent.EditionWithdrawn _ ->
          Ref.to(Ref.Kind.INSTRUMENT, event.instrument());
      case InstrumentEvent.InstrumentPassedOn _,
          InstrumentEvent.ProvisionCited _,
          InstrumentEvent.CitationRemoved _ ->
          null;
    };
  }
}
