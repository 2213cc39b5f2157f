package org.caucus.coalition.access.viewas;

import java.util.List;
import org.caucus.coalition.access.Audience;
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

/** Looking as a company sees a workspace. */
public final class ViewAsCapability implements Capability<ViewAsSessions.Held, ViewAsEvent> {
  @Override
  public Class<ViewAsEvent> events() {
    return ViewAsEvent.class;
  }

  @Override
  public List<EventName<? extends ViewAsEvent>> names() {
    return List.of(EventName.of("look.begun", ViewAsEvent.Begun.class, "company by"));
  }

  @Override
  public List<CommandFamily<? super ViewAsSessions.Held, ?>> commands() {
    return List.of(CommandFamily.of(ViewAsCommand.class, ViewAsDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.access.viewas.ViewAsCapability", Facet.EXPORTED)
        .none(
            "It is a way to look: it is told in the activity and has nothing that could be found.",
            Facet.NOTIFIED,
            Facet.MAILED,
            Facet.SCHEDULED,
            Facet.FED,
            Facet.DATED,
            Facet.SEARCHED);
  }

  @Override
  public Slices evolve(ViewAsSessions.Held now, ViewAsEvent event, CommitTime commit) {
    return now.slices().with(ViewAsSessions.SLICE, now.looks().evolve(event, commit.at()));
  }

  /** Civil society is told who looks, and so is the company as which they look. */
  @Override
  public About about(ViewAsSessions.Held now, ViewAsEvent event, CommitTime commit) {
    return switch (event) {
      case ViewAsEvent.Begun e ->
          About.of(
              Ref.to(Ref.Kind.ORGANISATION, e.company()),
              KnownTo.WORKSPACE.holds(Audience.withCompany(e.company()), commit.at()));
    };
  }

  @Override
  public boolean isPossibleWhenClosed(ViewAsEvent event) {
    return true;
  }

  @Override
  public boolean isAudited(ViewAsEvent event) {
    return true;
  }

  @Override
  public @Nullable EventWords words(ViewAsEvent event) {
    return null;
  }

  @Override
  public @Nullable Ref searched(ViewAsEvent event) {
    return null;
  }
}
