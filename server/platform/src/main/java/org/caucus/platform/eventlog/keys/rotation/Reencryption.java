package org.caucus.platform.eventlog.keys.rotation;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.eventlog.keys.Quarantine;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;

/**
 * One look at everything an owner has, in which what an old key sealed is sealed by the new one.
 */
final class Reencryption {
  /** Documents read at once: fewer when they are large. */
  private static final int MIN_PAGE = 8;

  private static final int MAX_PAGE = 512;

  /** A page over this many bytes is followed by a smaller one. */
  private static final long PAGE_BYTES = 4L << 20;

  private final EncryptedFields sealed;
  private final Quarantine quarantine;
  private final WorkspaceId owner;
  private final Keyset keys;
  private final RotationPace pace;
  private final BooleanSupplier stopped;
  private final Consumer<RotationProgress> told;

  private long seen;
  private long resealed;
  private final List<String> unopened = new ArrayList<>();

  Reencryption(
      Mongo mongo,
      Quarantine quarantine,
      WorkspaceId owner,
      Keyset keys,
      WorkspaceRotation.Manner manner) {
    this.sealed = new EncryptedFields(mongo);
    this.quarantine = quarantine;
    this.owner = owner;
    this.keys = keys;
    this.pace = manner.pace();
    this.stopped = manner.stopped();
    this.told = manner.told();
  }

  /** Looks at everything, or until it is told to stop. */
  Reencryption look() {
    for (var range : sealed.of(owner)) {
      look(range);
    }
    return this;
  }

  private void look(EncryptedFields.Range range) {
    var after = range.from();
    int limit = MIN_PAGE;
    List<BsonDocument> page;
    do {
      long start = System.nanoTime();
      page = range.page(after, limit).await();
      var batch = page.stream().map(d -> reseal(range.documents(), d)).toList();
      Future.join(batch).await();
      if (!page.isEmpty()) {
        after = page.getLast().getString("_id").getValue();
        seen += page.size();
        told.accept(new RotationProgress(range.documents().name(), seen, resealed));
      }
      long bytes = page.stream().mapToLong(Reencryption::bytes).sum();
      pace.rest(start, page.size(), bytes);
      limit = Math.clamp(bytes < PAGE_BYTES ? limit * 2L : limit / 2L, MIN_PAGE, MAX_PAGE);
    } while (!page.isEmpty() && !stopped.getAsBoolean());
  }

  private Future<Void> reseal(Documents documents, BsonDocument document) {
    var after = document.clone();
    for (var field : document.entrySet()) {
      if (field.getValue() instanceof BsonBinary bytes && keys.outdated(bytes.getData())) {
        var opened = EncryptedFields.open(keys, documents.name(), document, bytes);
        if (opened.isEmpty()) {
          var place = documents.name() + "/" + document.getString("_id").getValue();
          unopened.add(place);
          return quarantine.keep(place, "unreadable", document).mapEmpty();
        }
        var fresh = keys.seal(opened.get().plain(), opened.get().place());
        after.put(field.getKey(), new BsonBinary(fresh));
      }
    }
    if (after.equals(document)) {
      return Future.succeededFuture();
    }
    resealed++;
    return documents.replaceSame(document, after).mapEmpty(); // changed meanwhile: the next look
  }

  private static long bytes(BsonDocument document) {
    return document.values().stream()
        .mapToLong(v -> v instanceof BsonBinary b ? b.getData().length : 0)
        .sum();
  }

  /** Documents that an old key had sealed. */
  long resealed() {
    return resealed;
  }

  /** Places whose ciphertext names an old key and does not open with it. */
  List<String> unopened() {
    return unopened;
  }
}
