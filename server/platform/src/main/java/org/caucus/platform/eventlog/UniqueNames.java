package org.caucus.platform.eventlog;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Mongo;

/**
 * Names that may exist once in the installation: workspace slugs, local parts of mail addresses.
 * The database sees a blind index and a sealed payload, so it can hold a name unique without
 * knowing it.
 */
public final class UniqueNames {
  /** Where they are. */
  public static final String COLLECTION = "names";

  /** The field with the sealed owner. */
  public static final String SEALED = SealedCollection.SEALED;

  /** The owner of a name that is not to be found any more and not to be taken again. */
  public static final byte[] NOBODY = {};

  /** Names that are read at once. */
  private static final int PAGE = 500;

  private final SealedCollection names;
  private final Vault vault;
  private final String purpose;

  /**
   * @param purpose the kind of name; two purposes never collide
   */
  public UniqueNames(Mongo mongo, Vault vault, String purpose) {
    this.names = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.purpose = purpose;
  }

  /**
   * Takes the name for {@code payload} (its owner, in the caller's words). Taking it again with the
   * same payload succeeds; with another it fails with {@link LogException.NameTaken}.
   */
  public Future<Void> claim(String name, byte[] payload) {
    return names
        .insert(index(name), payload)
        .recover(
            e ->
                e instanceof DatabaseException.DuplicateKey taken
                    ? find(name).compose(owner -> sameOwner(owner, payload, taken))
                    : Future.failedFuture(e));
  }

  private static Future<Void> sameOwner(
      Optional<byte[]> owner, byte[] payload, DatabaseException.DuplicateKey taken) {
    return owner.filter(o -> Arrays.equals(o, payload)).isPresent()
        ? Future.succeededFuture()
        : Future.failedFuture(new LogException.NameTaken(taken));
  }

  /** The payload it was taken with, if it is taken by somebody. */
  public Future<Optional<byte[]>> find(String name) {
    return names
        .find(index(name))
        .map(found -> found.map(SealedCollection.Entry::plain).filter(owner -> owner.length > 0));
  }

  /** Every payload of every purpose, in no order that means anything. Blocks. */
  public List<byte[]> owners() {
    List<byte[]> owners = new ArrayList<>();
    String after = "";
    List<SealedCollection.Entry> page;
    do {
      page = names.range(after, PAGE).await();
      page.forEach(entry -> owners.add(entry.plain()));
      after = page.isEmpty() ? after : page.getLast().id();
    } while (page.size() == PAGE);
    return owners;
  }

  private String index(String name) {
    return vault.blindIndex("name/" + purpose, name);
  }
}
