package org.caucus.email.boxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which letters belong together, and which answers which: by References, where there are none by
 * In-Reply-To, never by subject.
 *
 * <p>Every identifier has a node, whether its letter is here or only named by others (a ghost). A
 * letter hangs on the last identifier it names whose letter is here, or else on the last; then the
 * chains that letters name connect what is still loose. So two answers to a letter that is missing
 * are together, and a parent that comes after its children finds them. What would close a circle is
 * left out.
 *
 * <p>A letter is in one thread with all that it names, and with its twins of the same identifier,
 * also where others name them in another order: threads that it names are one.
 */
public final class Threads {
  private static final int NONE = -1;

  private final Map<String, Integer> byId = new HashMap<>();
  private final int[] nodeOf;
  private int[] parent;
  private int[] letter;

  /** The next on the way to the root, shortened as it is walked. */
  private int[] up;

  /** The same for what is together, on whatever it hangs. */
  private int[] with;

  private int nodes;

  /**
   * How a letter names itself and others.
   *
   * @param id null if it has none
   * @param leads identifiers of what led to it, the nearest last
   */
  public record Named(@Nullable String id, List<String> leads) {}

  /** Threads of these letters. */
  public Threads(List<Named> letters) {
    int room = Math.max(16, letters.size() * 2);
    nodeOf = new int[letters.size()];
    parent = new int[room];
    letter = new int[room];
    up = new int[room];
    with = new int[room];
    int[] twin = new int[letters.size()];
    for (int i = 0; i < letters.size(); i++) {
      twin[i] = place(i, letters.get(i).id());
    }
    for (int i = 0; i < letters.size(); i++) {
      Named named = letters.get(i);
      int to = named.leads().isEmpty() ? twin[i] : nearest(named.leads());
      if (to != NONE) {
        hang(nodeOf[i], to);
      }
      join(nodeOf[i], twin[i]);
      for (String lead : named.leads()) {
        join(nodeOf[i], node(lead));
      }
    }
    for (Named named : letters) {
      List<String> chain = named.leads();
      for (int i = 1; i < chain.size(); i++) {
        hang(node(chain.get(i)), node(chain.get(i - 1)));
      }
    }
  }

  /** Gives a letter its node; of several with one identifier the first has it. That one's node. */
  private int place(int index, @Nullable String id) {
    int known = id == null ? NONE : node(id);
    if (known != NONE && letter[known] == NONE) {
      letter[known] = index;
      nodeOf[index] = known;
      return NONE;
    }
    nodeOf[index] = fresh();
    letter[nodeOf[index]] = index;
    return known;
  }

  /** The last of these whose letter is here, or else the last. */
  private int nearest(List<String> leads) {
    return leads.reversed().stream()
        .map(this::node)
        .filter(node -> letter[node] != NONE)
        .findFirst()
        .orElseGet(() -> node(leads.getLast()));
  }

  private int node(String id) {
    Integer known = byId.get(id);
    if (known == null) {
      known = fresh();
      byId.put(id, known);
    }
    return known;
  }

  private int fresh() {
    if (nodes == parent.length) {
      parent = Arrays.copyOf(parent, nodes * 2);
      letter = Arrays.copyOf(letter, nodes * 2);
      up = Arrays.copyOf(up, nodes * 2);
      with = Arrays.copyOf(with, nodes * 2);
    }
    parent[nodes] = NONE;
    letter[nodes] = NONE;
    up[nodes] = nodes;
    with[nodes] = nodes;
    return nodes++;
  }

  private void hang(int child, int to) {
    if (parent[child] == NONE && end(up, to) != child) {
      parent[child] = to;
      up[child] = to;
    }
  }

  /** Makes their threads one. */
  private void join(int node, int other) {
    if (other != NONE) {
      with[end(with, node)] = end(with, other);
    }
  }

  /** Where a way ends; it is shortened for the next who goes it. */
  private static int end(int[] way, int node) {
    int at = node;
    while (way[at] != at) {
      way[at] = way[way[at]];
      at = way[at];
    }
    return at;
  }

  /** A number that all letters of one thread have, and no other. */
  public int thread(int index) {
    return end(with, nodeOf[index]);
  }

  /** The nearest letter on the way up that is here; -1 for none. */
  public int answers(int index) {
    int at = parent[nodeOf[index]];
    while (at != NONE && letter[at] == NONE) {
      at = parent[at];
    }
    return at == NONE ? NONE : letter[at];
  }

  /** The letters of each thread, in their order; threads by their first letter. */
  public List<List<Integer>> all() {
    Map<Integer, List<Integer>> threads = new java.util.LinkedHashMap<>();
    for (int i = 0; i < nodeOf.length; i++) {
      threads.computeIfAbsent(thread(i), t -> new ArrayList<>()).add(i);
    }
    return List.copyOf(threads.values());
  }
}
