package org.caucus.coalition.trackers;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * The bytes of what is the same of an issue for the person who can read it, remembered from one
 * board to the next: a board of a thousand issues is a megabyte, of which little changes. Whether
 * somebody can read it, and what is counted for them, is asked each time and not kept here.
 *
 * <p>A row goes with its issue: what has changed or left memory is not found any more.
 */
public final class IssueRowCache {
  /** Most rows that are remembered on a node. */
  private static final int MOST_ROWS = 8_000;

  /** Longer ones are written anew each time, in bytes. */
  private static final int LONGEST_BYTES = 2 * 1024;

  private final Function<JsonObject, Buffer> written;
  private final ConcurrentMap<String, Row> rows = new ConcurrentHashMap<>();
  private final ReferenceQueue<Issue> gone = new ReferenceQueue<>();

  /**
   * Nothing is remembered yet.
   *
   * @param written makes bytes of JSON, in UTF-8
   */
  public IssueRowCache(Function<JsonObject, Buffer> written) {
    this.written = written;
  }

  /** Of one issue, as long as that very one is in memory. */
  private static final class Row extends WeakReference<Issue> {
    private final String id;
    private final byte[] json;

    Row(Issue issue, byte[] json, ReferenceQueue<Issue> gone) {
      super(issue, gone);
      this.id = issue.id();
      this.json = json;
    }
  }

  /** The JSON of {@link IssuePresenter#same}, without its last brace. Not to be changed. */
  byte[] of(Issue issue) {
    Row known = rows.get(issue.id());
    if (known != null && known.refersTo(issue)) {
      return known.json;
    }
    byte[] whole = written.apply(IssuePresenter.same(issue)).getBytes();
    byte[] json = Arrays.copyOf(whole, whole.length - 1);
    if (json.length <= LONGEST_BYTES && (known != null || rows.size() < MOST_ROWS)) {
      rows.put(issue.id(), new Row(issue, json, gone));
    }
    return json;
  }

  /** Forgets the rows of issues that are in memory no more. */
  void tidy() {
    for (Reference<? extends Issue> row = gone.poll(); row != null; row = gone.poll()) {
      Row left = (Row) row;
      rows.remove(left.id, left);
    }
  }
}
