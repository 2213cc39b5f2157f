package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of an answer: each batch ends at {@link EmbeddedBackend#BATCH_BYTES}, as one of
 * MongoDB does at 16 MB. It is looked for when it is asked for, so nothing of it is in memory
 * before.
 */
final class CursorRemainder extends AbstractCursor {
  private static final String ID = "_id";

  private final Source source;
  private final boolean whole;
  private int left;
  private @Nullable String last;
  private boolean ended;

  /** Documents in the order they are asked for: those behind one, null for all of them. */
  interface Source {
    Iterator<Document> after(@Nullable String id);
  }

  /**
   * @param limit documents at most
   * @param whole false for their ids alone
   */
  CursorRemainder(long id, Source source, int limit, boolean whole) {
    super(id);
    this.source = source;
    this.left = limit;
    this.whole = whole;
  }

  @Override
  public boolean isEmpty() {
    return ended;
  }

  @Override
  public List<Document> takeDocuments(int most) {
    var batch = new ArrayList<Document>();
    var found = source.after(last);
    long bytes = 0;
    while (left > 0
        && bytes < EmbeddedBackend.BATCH_BYTES
        && (most == 0 || batch.size() < most)
        && found.hasNext()) {
      var document = shown(found.next());
      batch.add(document);
      last = (String) document.get(ID);
      bytes += DocumentType.INSTANCE.getMemory(document);
      left--;
    }
    ended = left == 0 || !found.hasNext();
    return batch;
  }

  /** All of it, one after the other. */
  Iterator<Document> all() {
    var found = source.after(null);
    return Stream.generate(() -> found)
        .limit(left)
        .takeWhile(Iterator::hasNext)
        .map(Iterator::next)
        .map(this::shown)
        .iterator();
  }

  private Document shown(Document document) {
    return whole ? document : new Document(ID, document.get(ID));
  }
}
