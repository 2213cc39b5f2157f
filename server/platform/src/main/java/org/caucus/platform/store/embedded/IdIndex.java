package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of {@code _id}: the documents themselves, which lie by their ids. The stock one is a
 * second map whose keys are Java-serialized anew for every comparison, which took most of the time
 * of an insert.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {
  private static final String ID = "_id";

  private final MVMap<Object, Document> documents;

  IdIndex(String name, MVMap<Object, Document> documents) {
    super(name, List.of(new IndexKey(ID, true)), false);
    this.documents = documents;
  }

  /** Whether an index of these keys is one of ids. */
  static boolean isOf(List<IndexKey> keys) {
    return keys.size() == 1 && keys.getFirst().getKey().equals(ID);
  }

  /** It is there already: the document was put first, and looked for before that. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to guard
  public void add(Document document, Object position, MongoCollection<Object> collection) {}

  @Override
  protected @Nullable Object getPosition(KeyValue id) {
    return id.get(0) instanceof String key && documents.containsKey(key) ? key : null;
  }

  /** The document goes in the next step. */
  @Override
  protected @Nullable Object removeDocument(KeyValue id) {
    return getPosition(id);
  }

  @Override
  protected boolean putKeyPosition(KeyValue id, Object position) {
    return true;
  }

  @Override
  protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
    return () -> documents.keySet().stream().map(id -> Map.entry(new KeyValue(id), id)).iterator();
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return 0; // it takes none
  }
}
