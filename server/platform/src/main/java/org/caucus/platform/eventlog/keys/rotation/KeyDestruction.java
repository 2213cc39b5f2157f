package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;

/**
 * Makes a workspace unreadable for ever: its keys go, and what names it goes. Then tries to open
 * some of its records with every key there is. Killed at any point, it may be run again.
 *
 * <p>Its slug and mail addresses are not given to anybody else, or mail that old members send to
 * them would reach another coalition. They stay taken, by nobody.
 */
public final class KeyDestruction {
  /** Records looked at in each collection: the first ones, and some from anywhere. */
  private static final int FIRST_SAMPLES = 10;

  private static final int RANDOM_SAMPLES = 20;
  private static final int PAGE = 200;

  private final Mongo mongo;
  private final Vault vault;
  private final EventLog log;
  private final EncryptedFields sealed;

  /** In this database. */
  public KeyDestruction(Mongo mongo, Vault vault, EventLog log) {
    this.mongo = mongo;
    this.vault = vault;
    this.log = log;
    this.sealed = new EncryptedFields(mongo);
  }

  /**
   * What was done and found.
   *
   * @param already true if its keys had been destroyed before
   * @param sampled records of it that were tried
   * @param openedBefore of them, those its keys opened just before
   * @param keysTried keysets that were tried on each afterwards: all there are
   * @param openAfter of them, those that any key opened afterwards: 0, or it has failed
   * @param namesTaken slugs and addresses that stay taken by nobody
   * @param removed entries that named it and are gone
   * @param freedPages true if the embedded store's file holds the wrapped keys until the server was
   *     stopped
   */
  public record Report(
      boolean already,
      int sampled,
      int openedBefore,
      int keysTried,
      int openAfter,
      int namesTaken,
      int removed,
      boolean freedPages) {}

  private record Sample(String collection, BsonDocument document) {}

  /**
   * Destroys it. Waits.
   *
   * @throws LogException.UnknownWorkspace there is no such workspace, and never was
   */
  public Report run(WorkspaceId workspace) {
    if (workspace.equals(WorkspaceId.SYSTEM)) {
      throw new KeyException.CannotRotate("The installation's own key is not destroyed.");
    }
    boolean already = vault.ring().destroyed(workspace.value()).await();
    var samples = samples(workspace);
    int before = 0;
    if (!already) {
      vault.cipher(workspace).await();
      var keys = vault.ring().find(workspace.value()).await().orElseThrow().keys();
      before = open(samples, List.of(keys));
      vault.ring().destroy(workspace.value()).await();
    }
    // Here at once; other servers look every few seconds.
    vault.reread(workspace).otherwiseEmpty().await();
    var traces = new Traces(workspace);
    traces.remove();
    mongo.rewriteWhenClosed();
    var all = everyKeyset();
    return new Report(
        already,
        samples.size(),
        before,
        all.size(),
        open(samples, all),
        traces.namesTaken,
        traces.removed,
        mongo.embedded());
  }

  private List<Keyset> everyKeyset() {
    return vault.ring().owners().await().stream()
        .flatMap(owner -> vault.ring().find(owner).otherwise(Optional.empty()).await().stream())
        .map(held -> held.keys())
        .toList();
  }

  private static int open(List<Sample> samples, List<Keyset> keys) {
    return (int) samples.stream().filter(s -> keys.stream().anyMatch(k -> opens(k, s))).count();
  }

  private static boolean opens(Keyset keys, Sample sample) {
    return sample.document().values().stream()
        .anyMatch(
            v ->
                v instanceof BsonBinary bytes
                    && EncryptedFields.open(keys, sample.collection(), sample.document(), bytes)
                        .isPresent());
  }

  private List<Sample> samples(WorkspaceId workspace) {
    var samples = new ArrayList<Sample>();
    long length = log.length(workspace).await();
    for (var range : sealed.of(workspace)) {
      var name = range.documents().name();
      Map<String, BsonDocument> picked = new LinkedHashMap<>();
      range.page(range.from(), FIRST_SAMPLES).await().forEach(d -> picked.put(idOf(d), d));
      for (int i = 0; i < RANDOM_SAMPLES && !picked.isEmpty(); i++) {
        var from =
            workspace + "/" + (name.equals("events") ? sequence(length) : RandomIds.random());
        range.page(from, 1).await().forEach(d -> picked.put(idOf(d), d));
      }
      picked.values().forEach(d -> samples.add(new Sample(name, d)));
    }
    return samples;
  }

  private static String sequence(long length) {
    long any = ThreadLocalRandom.current().nextLong(Math.max(1, length));
    return String.format(Locale.ROOT, "%012d", any);
  }

  private static String idOf(BsonDocument document) {
    return document.getString("_id").getValue();
  }

  /** Whatever names the workspace: in its id, or inside what the installation's key opens. */
  private final class Traces {
    private final String name;
    private final Keyset system =
        vault.ring().find(WorkspaceId.SYSTEM.value()).await().orElseThrow().keys();
    private int namesTaken;
    private int removed;

    Traces(WorkspaceId workspace) {
      this.name = workspace.value();
    }

    void remove() {
      for (var range : sealed.naming()) {
        var after = range.from();
        List<BsonDocument> page;
        do {
          page = range.page(after, PAGE).await();
          Future.join(page.stream().map(d -> remove(range.documents(), d)).toList()).await();
          after = page.isEmpty() ? after : idOf(page.getLast());
        } while (!page.isEmpty());
      }
    }

    private Future<?> remove(Documents documents, BsonDocument document) {
      if (!names(documents.name(), document)) {
        return Future.succeededFuture();
      }
      if (documents.name().equals(UniqueNames.COLLECTION)) {
        namesTaken++;
        return takenByNobody(documents, document);
      }
      removed++;
      return documents.delete(idOf(document));
    }

    private boolean names(String collection, BsonDocument document) {
      return idOf(document).contains(name)
          || document.values().stream()
              .anyMatch(
                  v ->
                      v instanceof BsonBinary bytes
                          && EncryptedFields.open(system, collection, document, bytes)
                              .filter(opened -> contains(opened.plain()))
                              .isPresent());
    }

    private boolean contains(byte[] plain) {
      return new String(plain, US_ASCII).contains(name);
    }

    private Future<Boolean> takenByNobody(Documents documents, BsonDocument document) {
      var place = documents.name() + "/" + idOf(document);
      var nobody = new BsonBinary(system.seal(UniqueNames.NOBODY, place));
      return documents.replaceSame(document, document.clone().append(UniqueNames.SEALED, nobody));
    }
  }
}
