package org.caucus.identity.sessions;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * Whose is what: sessions and tokens are found by the hash of a secret, and here by their holder.
 * An entry's id is a blind index of the person and the id of the thing, so the database tells which
 * belong together, but not to whom. An entry may outlive its thing and then means nothing.
 */
public final class CredentialIndex {
  /** Things of one person that are looked at, at most. */
  public static final int LISTED = 200;

  /** Entries that one sweep removes at most. */
  private static final int BATCH = 500;

  private static final byte[] NOTHING = {0};

  private final SealedCollection entries;
  private final Vault vault;
  private final String purpose;

  /**
   * @param kind what is held, such as {@code sessions}; also names the collection
   */
  public CredentialIndex(Mongo mongo, Vault vault, String kind) {
    this.entries = new SealedCollection(mongo.documents("held-" + kind), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.purpose = "holdings/" + kind;
  }

  /** From now on the thing is this person's, until {@code dueMillis} at the latest. */
  public Future<Void> add(String person, String thing, long dueMillis) {
    return entries.insertIfAbsent(id(person, thing), dueMillis, NOTHING).mapEmpty();
  }

  /** Ids of what the person holds, at most {@link #LISTED}. */
  public Future<List<String>> of(String person) {
    return of(person, "");
  }

  /** The same, of those over {@code after}: the next page, where there were {@link #LISTED}. */
  public Future<List<String>> of(String person, String after) {
    String before = id(person, "");
    return entries
        .range(before + after, before + "~", LISTED)
        .map(all -> all.stream().map(e -> e.id().substring(before.length())).toList());
  }

  /**
   * Goes through all that the person holds, again and again until nothing of it was ended: what is
   * added meanwhile is gone through as well.
   *
   * @param ending ends the thing with this id if it is to end; whether it did
   */
  public Future<Void> end(String person, Function<String, Future<Boolean>> ending) {
    return end(person, ending, "", false);
  }

  private Future<Void> end(
      String person, Function<String, Future<Boolean>> ending, String after, boolean any) {
    return of(person, after)
        .compose(
            ids ->
                Future.join(ids.stream().map(ending).toList())
                    .map(all -> any || all.<Boolean>list().contains(true))
                    .compose(
                        ended -> {
                          if (ids.size() == LISTED) {
                            return end(person, ending, ids.getLast(), ended);
                          }
                          return ended ? end(person, ending, "", false) : Future.succeededFuture();
                        }));
  }

  /** It is gone. */
  public Future<Void> remove(String person, String thing) {
    return entries.delete(id(person, thing)).mapEmpty();
  }

  /** Removes entries of what has run out; how many. */
  public Future<Integer> sweep(long nowMillis) {
    return entries
        .due(nowMillis, BATCH)
        .compose(
            due ->
                Future.join(due.stream().map(e -> entries.delete(e.id())).toList())
                    .map(due.size()));
  }

  private String id(String person, String thing) {
    return vault.blindIndex(purpose, person) + "/" + thing;
  }
}
