package org.caucus.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that answers by {@code _id} from the ordered map it lies in. The stock one looks at
 * every document for all but a lone equality, so that reading the tail of one workspace's log would
 * cost as much as all logs together.
 */
final class RangedCollection extends H2Collection {
  private static final String ID = "_id";
  private static final Set<String> LOWER = Set.of("$gt", "$gte");
  private static final Set<String> UPPER = Set.of("$lt", "$lte");

  private final MVMap<Object, Document> documents;

  RangedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> meta,
      CursorRegistry cursors) {
    super(database, name, options, documents, meta, cursors);
    this.documents = documents;
  }

  /** Ids are strings: {@link IdIndex} would look for others in another form than they lie in. */
  @Override
  protected Object addDocumentInternal(Document document) {
    if (ID.equals(getIdField()) && !(document.get(ID) instanceof String)) {
      throw new IllegalArgumentException("an _id is a string here");
    }
    return super.addDocumentInternal(document);
  }

  /** It would encode each document once more to count its bytes; nobody asks how many. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  /** Where to look; each match is checked against the whole query all the same. */
  private record Range(@Nullable String from, @Nullable String to) {}

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document order,
      int skip,
      int limit,
      int batch,
      Document projection) {
    var listed = listed(query);
    if (listed != null) {
      var found = listed.filter(document -> documentMatchesQuery(document, query));
      return matchDocumentsFromStream(found, query, order, skip, limit, batch, projection);
    }
    var range = range(query);
    if (range == null) {
      return super.matchDocuments(query, order, skip, limit, batch, projection);
    }
    var found = inOrder(range).filter(document -> documentMatchesQuery(document, query));
    if (order == null || order.isEmpty() || order.equals(new Document(ID, 1))) {
      // Already sorted, so the first ones are the answer and the rest need not be read.
      var first = limit > 0 ? found.limit((long) skip + limit) : found;
      return matchDocumentsFromStream(first, query, new Document(), skip, limit, batch, projection);
    }
    return matchDocumentsFromStream(found, query, order, skip, limit, batch, projection);
  }

  /** Those of the ids that a query lists; null if it does not list any. */
  private @Nullable Stream<Document> listed(Document query) {
    return query.get(ID) instanceof Document in
            && in.size() == 1
            && in.get("$in") instanceof Collection<?> ids
        ? ids.stream().distinct().map(documents::get).filter(Objects::nonNull)
        : null;
  }

  private Stream<Document> inOrder(Range range) {
    Cursor<Object, Document> cursor = documents.cursor(range.from(), range.to(), false);
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
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
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
