package org.caucus.platform.eventlog.keys.rotation;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.keys.Keyring;
import org.caucus.platform.eventlog.keys.Keyset;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.Mongo;

/**
 * All that is sealed, no matter who keeps it: any binary field of any document of any collection.
 * What belongs to a workspace has its id, or begins with it and a slash; everything else is the
 * installation's. So no list of stores has to be kept, which somebody would forget to add to.
 */
final class EncryptedFields {
  /** Collections with nothing of the installation's but what begins like a workspace's. */
  private static final Set<String> BY_OWNER = Set.of("events", "blobs", "snapshots");

  /** What a place may say after collection and id: nothing, or whether a chunk is the last one. */
  private static final List<String> PLACE_ENDINGS = List.of("", "/more", "/last");

  private static final String FIRST = "";
  private static final String END = "~";

  private final Mongo mongo;

  EncryptedFields(Mongo mongo) {
    this.mongo = mongo;
  }

  /** Some documents of a collection: ids between the two, both exclusive. */
  record Range(Documents documents, String from, String to) {
    Future<List<BsonDocument>> page(String after, int limit) {
      return documents.page(after, to, limit).map(Documents.Page::documents);
    }
  }

  /** Everywhere something of this owner may be. */
  List<Range> of(WorkspaceId owner) {
    return mongo.collections().await().stream()
        .filter(name -> !name.equals(Keyring.COLLECTION))
        .sorted()
        .map(mongo::documents)
        .map(documents -> range(documents, owner))
        .toList();
  }

  private static Range range(Documents documents, WorkspaceId owner) {
    boolean all = owner.equals(WorkspaceId.SYSTEM) && !BY_OWNER.contains(documents.name());
    return all ? new Range(documents, FIRST, END) : own(documents, owner);
  }

  /**
   * From just below the owner's id, which may be a whole {@code _id}, to all that begin with it.
   */
  private static Range own(Documents documents, WorkspaceId owner) {
    var id = owner.value();
    var below = id.substring(0, id.length() - 1) + (char) (id.charAt(id.length() - 1) - 1) + END;
    return new Range(documents, below, id + "/" + END);
  }

  /** Everywhere something may name a workspace without being sealed by it. */
  List<Range> naming() {
    return mongo.collections().await().stream()
        .filter(name -> !name.equals(Keyring.COLLECTION) && !BY_OWNER.contains(name))
        .sorted()
        .map(mongo::documents)
        .map(documents -> new Range(documents, FIRST, END))
        .toList();
  }

  /** What was sealed, if these keys sealed it for the place where it lies. */
  static Optional<Opened> open(
      Keyset keys, String collection, BsonDocument document, BsonBinary sealed) {
    var id = collection + "/" + document.getString("_id").getValue();
    return PLACE_ENDINGS.stream()
        .map(ending -> open(keys, id + ending, sealed.getData()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Opened> open(Keyset keys, String place, byte[] sealed) {
    try {
      return Optional.of(new Opened(place, keys.open(sealed, place)));
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // not sealed for there: the answer, not a failure
    }
  }

  /** In clear, and the place it was sealed for. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Opened(String place, byte[] plain) {}
}
