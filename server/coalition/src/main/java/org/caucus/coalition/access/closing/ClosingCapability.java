package org.caucus.coalition.access.closing;

import java.util.List;
import org.caucus.coalition.access.ClosedPlaces;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.capability.KnownTo;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Places that take nothing new. */
public final class ClosingCapability implements Capability<Members.Held, ClosingEvent> {
  @Override
  public Class<ClosingEvent> events() {
    return ClosingEvent.class;
  }

  @Override
  public List<EventName<? extends ClosingEvent>> names() {
    return List.of(
        EventName.of("place.archived", ClosingEvent.PlaceArchived.class, "place by"),
        EventName.of("place.reopened", ClosingEvent.PlaceReopened.class, "place by"),
        EventName.of("workspace.closed", ClosingEvent.WorkspaceClosed.class, "by"),
        EventName.of("workspace.reopened", ClosingEvent.WorkspaceReopened.class, "by"));
  }

  @Override
  public List<CommandFamily<? super Members.Held, ?>> commands() {
    return List.of(CommandFamily.of(ClosingCommand.class, ClosingDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.access.closing.ClosingEvent", Facet.EXPORTED)
        .none("Who posts there is told; it is in the list of activity.", Facet.NOTIFIED)
        .none("A place is closed by those who are signed in.", Facet.MAILED)
        .none("It is closed when the button is pressed.", Facet.SCHEDULED)
        .none("Feeds are of things, and not of places.", Facet.FED)
        .none("What was said there is found as before.", Facet.SEARCHED)
        .none("Nothing of it has a date that people keep.", Facet.DATED);
  }

  @Override
  public Slices evolve(Members.Held now, ClosingEvent event, CommitTime commit) {
    ClosedPlaces places = ClosedPlaces.of(now);
    ClosedPlaces.Since since = new ClosedPlaces.Since(commit.at(), event.by());
    return now.slices()
        .with(
            ClosedPlaces.SLICE,
            switch (event) {
              case ClosingEvent.PlaceArchived e -> places.with(e.place(), since);
              case ClosingEvent.WorkspaceClosed e -> places.with(e.place(), since);
              case ClosingEvent.PlaceReopened e -> places.without(e.place());
              case ClosingEvent.WorkspaceReopened e -> places.without(e.place());
            });
  }

  @Override
  public About about(Members.Held now, ClosingEvent event, CommitTime commit) {
    return switch (event.place().kind()) {
      case LIST, TRACKER -> About.of(now, event.place(), null);
      default -> About.of(event.place(), KnownTo.everyone(commit.at()));
    };
  }

  /** What is closed can be opened again; a place of a closed workspace stays as it is. */
  @Override
  public boolean isPossibleWhenClosed(ClosingEvent event) {
    return event instanceof ClosingEvent.WorkspaceReopened;
  }

  @Override
  public boolean isAudited(ClosingEvent event) {
    return true;
  }

  @Override
  public @Nullable EventWords words(ClosingEvent event) {
    return null;
  }

  @Override
  public @Nullable Ref searched(ClosingEvent event) {
    return null;
  }
}
