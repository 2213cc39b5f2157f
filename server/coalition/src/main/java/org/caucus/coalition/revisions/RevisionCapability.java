package org.caucus.coalition.revisions;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Lists;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Edits and deletions of what people said. */
public final class RevisionCapability implements Capability<Lists.Held, RevisionEvent> {
  @Override
  public Class<RevisionEvent> events() {
    return RevisionEvent.class;
  }

  @Override
  public List<EventName<? extends RevisionEvent>> names() {
    return List.of(
        EventName.of("entry.edited", RevisionEvent.EntryEdited.class, "id text by"),
        EventName.of("entry.deleted", RevisionEvent.EntryDeleted.class, "id role reason by"),
        EventName.of("entry.restored", RevisionEvent.EntryRestored.class, "id by"));
  }

  /** What a convenor reads first cannot be said by an edit. */
  @Override
  public List<CommandFamily<? super Lists.Held, ?>> commands() {
    return List.of(CommandFamily.moderated(RevisionCommand.class, RevisionDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.revisions.RevisionNotifications", Facet.NOTIFIED)
        .in("messaging.distribution.PostComposer", Facet.MAILED)
        .in("coalition.revisions.RevisionCapability", Facet.EXPORTED, Facet.SEARCHED)
        .none("It happens when it is pressed.", Facet.SCHEDULED)
        .none("Feeds are of things, and not of what is said under them.", Facet.FED)
        .none("It has no date but that on which it happened.", Facet.DATED);
  }

  @Override
  public Slices evolve(Lists.Held now, RevisionEvent event, CommitTime commit) {
    return Revisions.evolve(now, event, commit.at());
  }

  /** Known to those who read the entry then, and read it now. */
  @Override
  public About about(Lists.Held now, RevisionEvent event, CommitTime commit) {
    Entry entry = now.entries().find(event.id()).orElseThrow();
    Scope scope = now.scopeOf(event.ref()).orElseThrow();
    return new About(event.ref(), entry.parent(), Revisions.within(scope, event.audience()));
  }

  @Override
  public NotificationFacet<Lists.Held, RevisionEvent> notifications() {
    return new RevisionNotifications();
  }

  @Override
  public void showWith(Lists.Held now, Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    RevisionPresenter.put(shown, now, entry, scope, reader);
  }

  @Override
  public boolean isActivity(RevisionEvent event) {
    return event instanceof RevisionEvent.EntryDeleted;
  }

  /** Who deleted by mistake puts it back within the minute; it is nothing new. */
  @Override
  public boolean isPossibleWhenClosed(RevisionEvent event) {
    return !(event instanceof RevisionEvent.EntryEdited);
  }

  /** Who took words of others away is for all convenors to see. */
  @Override
  public boolean isAudited(RevisionEvent event) {
    return event instanceof RevisionEvent.EntryDeleted e && e.role() == RevisionEvent.Role.CONVENOR;
  }

  @Override
  public @Nullable EventWords words(RevisionEvent event) {
    return switch (event) {
      case RevisionEvent.EntryEdited e -> EventWords.of(Ref.Kind.ENTRY, e.id(), e.words());
      case RevisionEvent.EntryDeleted e ->
          e.reason() == null ? null : EventWords.of(Ref.Kind.ENTRY, e.id(), e.reason());
      case RevisionEvent.EntryRestored _ -> null;
    };
  }

  @Override
  public Optional<MentionableText> mentionable(RevisionEvent event) {
    return event instanceof RevisionEvent.EntryEdited e
        ? MentionableText.of(e.ref(), "text", e.words())
        : Optional.empty();
  }

  @Override
  public Ref searched(RevisionEvent event) {
    return event.ref();
  }
}
