package org.caucus.coalition.reactions;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.About;
import org.caucus.coalition.capability.Capability;
import org.caucus.coalition.capability.CommandFamily;
import org.caucus.coalition.capability.EventName;
import org.caucus.coalition.capability.EventWords;
import org.caucus.coalition.capability.Facet;
import org.caucus.coalition.capability.Facets;
import org.caucus.coalition.entries.Entries;
import org.caucus.kernel.CommitTime;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slices;
import org.jspecify.annotations.Nullable;

/** Reactions to messages. */
public final class ReactionCapability implements Capability<Entries.Held, ReactionEvent> {
  @Override
  public Class<ReactionEvent> events() {
    return ReactionEvent.class;
  }

  @Override
  public List<EventName<? extends ReactionEvent>> names() {
    return List.of(
        EventName.of("reaction.added", ReactionEvent.ReactionAdded.class, "on reaction by"),
        EventName.of("reaction.removed", ReactionEvent.ReactionRemoved.class, "on reaction by"));
  }

  @Override
  public List<CommandFamily<? super Entries.Held, ?>> commands() {
    return List.of(CommandFamily.of(ReactionCommand.class, ReactionDecider::decide));
  }

  @Override
  public Facets facets() {
    return new Facets()
        .in("coalition.reactions.ReactionEvent", Facet.EXPORTED)
        .none("A reaction is read where it was given, and rings for nobody.", Facet.NOTIFIED)
        .none("It is given on the page.", Facet.MAILED)
        .none("It is given when it is pressed.", Facet.SCHEDULED)
        .none("Feeds are of things, and not of what people think of them.", Facet.FED)
        .none("It has no words.", Facet.SEARCHED)
        .none("It has no date but that on which it was given.", Facet.DATED);
  }

  @Override
  public Slices evolve(Entries.Held now, ReactionEvent event, CommitTime commit) {
    return now.slices().with(Reactions.SLICE, Reactions.of(now).evolve(event));
  }

  /** Known to those who read the thing then, and read it now. */
  @Override
  public About about(Entries.Held now, ReactionEvent event, CommitTime commit) {
    Scope thing = now.scopeOf(event.on()).orElseThrow();
    return About.of(event.on(), Reactions.within(thing, event.audience()));
  }

  @Override
  public void showWith(Entries.Held now, Ref entry, Scope scope, SeatId reader, JsonObject shown) {
    ReactionPresenter.put(shown, now, entry, scope, reader);
  }

  @Override
  public boolean isActivity(ReactionEvent event) {
    return false;
  }

  @Override
  public boolean isAudited(ReactionEvent event) {
    return false;
  }

  @Override
  public @Nullable EventWords words(ReactionEvent event) {
    return null;
  }

  @Override
  public @Nullable Ref searched(ReactionEvent event) {
    return null;
  }
}
