package org.caucus.platform.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers by {@code _id} from the ordered map it lies in, and by when documents
 * are due from a {@link DueWindow}. The stock one looks at every document for all but a lone
 * equality, so that reading the tail of one workspace's log would cost as much as all logs
 * together.
 */
final class RangedCollection extends H2Collection {
  private static final String ID = "_id";

  /** As a projection, and as an order. */
  private static final Document IDS_ALONE = new Document(ID, 1);

  private static final Set<String> LOWER = Set.of("$gt", "$gte");
  private static final Set<String> UPPER = Set.of("$lt", "$lte");

  /** The order of those that are due. */
  private static final List<String> DUE_FIRST = List.of(EmbeddedBackend.DUE, ID);

  private final MVMap<Object, Document> documents;
  private final DueWindow due;

  RangedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    super(database, name, options, documents, meta, cursors);
    this.documents = documents;
    this.due = new DueWindow(() -> inOrder(new Range(null, null), null).iterator(), DueWindow.MOST);
  }

  /** Which of its documents are due soonest. */
  DueWindow due() {
    return due;
  }

  /** Ids are strings: {@link IdIndex} would look for others in another form than they lie in. */
  @Override
  protected Object addDocumentInternal(Document document) {
    if (ID.equals(getIdField()) && !(document.get(ID) instanceof String)) {
      throw new IllegalArgumentException("an _id is a string here");
    }
    Object position = super.addDocumentInternal(document);
    due.added(document);
    return position;
  }

  @Override
  protected void handleUpdate(Object position, Document before, Document after) {
    super.handleUpdate(position, before, after);
    due.removed(before);
    due.added(after);
  }

  @Override
  protected void removeDocument(Object position) {
    Document removed = documents.get(position);
    super.removeDocument(position);
    if (removed != null) {
      due.removed(removed);
    }
  }

  /** It would encode each document once more to count its bytes; nobody asks how many. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  /** Where to look; each match is checked against the whole query all the same. */
  private record Range(@Nullable String from, @Nullable String to) {}

  /** Not by the index of ids, which would gather all that it finds. */
  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batch,
      @Nullable Document projection) {
    boolean plain = projection == null || projection.isEmpty();
    if (skip > 0 || !(plain || IDS_ALONE.equals(projection))) {
      return super.queryDocuments(query, order, skip, limit, batch, projection);
    }
    int most = limit <= 0 ? Integer.MAX_VALUE : limit; // who deletes all says -1
    var rest =
        new CursorRemainder(
            cursorRegistry.generateCursorId(), source(query, order, most), most, plain);
    if (batch == 0) { // to be deleted, changed or counted, one after the other
      return new QueryResult(rest::all);
    }
    var first = rest.takeDocuments(batch);
    if (rest.isEmpty()) {
      return new QueryResult(first);
    }
    cursorRegistry.add(rest);
    return new QueryResult(first, rest);
  }

  private CursorRemainder.Source source(Document query, @Nullable Document order, int most) {
    var until = dueBy(query, order);
    if (until.isPresent() && most <= DueWindow.MOST) {
      var ids = due.until(until.getAsLong(), most);
      return id -> among(ids, query, id);
    }
    if (query.get(ID) instanceof Document in
        && in.size() == 1
        && in.get("$in") instanceof Collection<?> ids) {
      var listed = ids.stream().distinct().map(String::valueOf).toList();
      return sorted(order) ? id -> among(listed, query, id) : sorted(listed, query, order);
    }
    var range = range(query);
    var all = range == null ? new Range(null, null) : range;
    // as they lie, so that the first ones are the answer and the rest need not be read
    return sorted(order) ? id -> matching(inOrder(all, id), query) : sorted(all, query, order);
  }

  /** The time, if somebody asks for those that are due by a time, as {@code Documents} does. */
  private static OptionalLong dueBy(Document query, @Nullable Document order) {
    return order != null
            && DUE_FIRST.equals(List.copyOf(order.keySet()))
            && order.values().stream().allMatch(direction -> direction.equals(1))
            && query.size() == 1
            && query.get(EmbeddedBackend.DUE) instanceof Document bounds
            && bounds.size() == 1
            && bounds.get("$lte") instanceof Number time
        ? OptionalLong.of(time.longValue())
        : OptionalLong.empty();
  }

  private static boolean sorted(@Nullable Document order) {
    return order == null || order.isEmpty() || order.equals(IDS_ALONE);
  }

  /** What they are sorted by is kept of each while they are sorted, and not what they hold. */
  private CursorRemainder.Source sorted(Range range, Document query, @Nullable Document order) {
    return sorted(() -> matching(inOrder(range, null), query), query, order);
  }

  private CursorRemainder.Source sorted(
      List<String> listed, Document query, @Nullable Document order) {
    return sorted(() -> among(listed, query, null), query, order);
  }

  private CursorRemainder.Source sorted(
      Supplier<Iterator<Document>> found, Document query, @Nullable Document order) {
    var keys = new ArrayList<Document>();
    found.get().forEachRemaining(document -> keys.add(key(document, order)));
    keys.sort(deriveComparator(order));
    var ids = keys.stream().map(key -> (String) key.get(ID)).toList();
    return id -> among(ids, query, id);
  }

  private static Document key(Document document, @Nullable Document order) {
    var key = new Document(ID, document.get(ID));
    if (order != null) {
      order.keySet().forEach(field -> key.put(field, document.get(field)));
    }
    return key;
  }

  private Iterator<Document> among(List<String> ids, Document query, @Nullable String after) {
    var left = ids.subList(after == null ? 0 : ids.indexOf(after) + 1, ids.size());
    return matching(left.stream().map(documents::get).filter(Objects::nonNull), query);
  }

  private Iterator<Document> matching(Stream<Document> found, Document query) {
    return found.filter(document -> documentMatchesQuery(document, query)).iterator();
  }

  private Stream<Document> inOrder(Range range, @Nullable String after) {
    var from = after == null ? range.from() : after;
    Cursor<Object, Document> cursor = documents.cursor(from, range.to(), false);
    var iterator =
        new Iterator<Document>() {
          @Override
          public boolean hasNext() {
            return cursor.hasNext();
          }

          @Override
          public Document next() {
            cursor.next();
            return cursor.getValue();
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
        .filter(document -> after == null || !after.equals(document.get(ID)));
  }

  /** The part of the map that {@code _id} confines the query to; null if it does not. */
  private static @Nullable Range range(Document query) {
    var id = query.get(ID);
    if (id instanceof String exact) {
      return new Range(exact, exact);
    }
    if (!(id instanceof Document bounds) || bounds.isEmpty()) {
      return null;
    }
    String from = null;
    String to = null;
    for (var bound : bounds.entrySet()) {
      if (!(bound.getValue() instanceof String value)) {
        return null;
      } else if (LOWER.contains(bound.getKey())) {
        from = value;
      } else if (UPPER.contains(bound.getKey())) {
        to = value;
      } else {
        return null;
      }
    }
    return new Range(from, to);
  }
}
