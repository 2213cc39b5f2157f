package org.caucus.platform.store.replica;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What was asked over the wire, as it was asked. */
public final class ReplicaCommands {
  private final Queue<BsonDocument> all = new ConcurrentLinkedQueue<>();

  void heard(BsonDocument command) {
    all.add(command);
  }

  /** The commands of this name. */
  public List<BsonDocument> of(String name) {
    return all.stream().filter(c -> c.getFirstKey().equals(name)).toList();
  }

  /** The names of commands. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    all.forEach(c -> names.add(c.getFirstKey()));
    return names;
  }

  /** Every operator and aggregation stage in them: keys that begin with a dollar sign. */
  public Set<String> operators() {
    Set<String> found = new TreeSet<>();
    all.forEach(c -> collect(c, found));
    found.removeIf(key -> !key.startsWith("$"));
    return found;
  }

  private static void collect(BsonValue value, Set<String> keys) {
    if (value instanceof BsonDocument document) {
      keys.addAll(document.keySet());
      document.values().forEach(inner -> collect(inner, keys));
    } else if (value instanceof BsonArray array) {
      array.forEach(inner -> collect(inner, keys));
    }
  }
}
