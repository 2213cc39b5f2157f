package org.caucus.updates;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.caucus.entries.Entries;
import org.caucus.members.Audience;
import org.caucus.members.Scope;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.pcollections.PMap;

/** The updates of a workspace, immutable; {@code feed} holds their ids, oldest first. */
public record Updates(PMap<String, Update> byId, Row<String> feed) {
  /** Where updates are: a place for everyone. */
  public static final Scope FEED = Scope.place(Audience.everyone());

  /** What whoever holds the state of updates can be asked. */
  public interface Held extends Entries.Held {
    /** The updates. */
    Updates updates();
  }

  /** No updates. */
  public static Updates none() {
    return new Updates(Trie.empty(), Row.empty());
  }

  /** The update with this id. */
  public Optional<Update> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The state after an update's audience changed. */
  public Updates readBy(String id, Audience to) {
    return new Updates(byId.plus(id, Objects.requireNonNull(byId.get(id)).readBy(to)), feed);
  }

  /** The state after an event. */
  public Updates evolve(UpdateEvent event, Instant at) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          new Updates(
              byId.plus(
                  e.id(),
                  new Update(
                      e.id(),
                      e.company(),
                      e.kind(),
                      e.stage(),
                      e.title(),
                      e.body(),
                      e.attribution(),
                      e.audience(),
                      e.by(),
                      at,
                      e.via(),
                      e.letter(),
                      e.by())),
              feed.plus(e.id()));
      case UpdateEvent.UpdatePassedOn e ->
          new Updates(
              byId.plus(e.id(), Objects.requireNonNull(byId.get(e.id())).keptBy(e.to())), feed);
    };
  }
}
