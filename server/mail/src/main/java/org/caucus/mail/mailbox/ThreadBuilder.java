package org.caucus.mail.mailbox;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.security.SecureRandom;
import java.util.Arrays;

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
public final class ThreadBuilder {
  private static final int NONE = -1;

  private static final HashFunction HASH = hash(new SecureRandom());

  private final LongInts byId = new LongInts();
  private final int[] nodeOf;
  private int[] parent;
  private int[] letter;

  /** The next on the way to the root, shortened as it is walked. */
  private int[] up;

  /** The same for what is together, on whatever it hangs. */
  private int[] with;

  private int nodes;

  /**
   * Letters by the keys of their identifiers, so that nothing of their text is held. Asked again
   * and again, in any order.
   */
  public interface Keyed {
    /** How many letters there are. */
    int size();

    /** The key of a letter's own identifier; 0 if it has none. */
    long id(int index);

    /** How many identifiers led to it. */
    int leads(int index);

    /** The key of one of them, the nearest last. */
    long lead(int index, int which);
  }

  /**
   * The key of an identifier, never 0. Under a secret of this process: nobody can write two that
   * have the same one, and by chance two of a million do so once in a hundred million archives.
   */
  public static long key(String id) {
    long key = HASH.hashUnencodedChars(id).asLong();
    return key == 0 ? 1 : key;
  }

  private static HashFunction hash(SecureRandom random) {
    return Hashing.sipHash24(random.nextLong(), random.nextLong());
  }

  /** Threads of these letters. */
  public ThreadBuilder(Keyed letters) {
    int room = Math.max(16, letters.size() * 2);
    nodeOf = new int[letters.size()];
    parent = new int[room];
    letter = new int[room];
    up = new int[room];
    with = new int[room];
    int[] twin = new int[letters.size()];
    for (int i = 0; i < letters.size(); i++) {
      twin[i] = place(i, letters.id(i));
    }
    for (int i = 0; i < letters.size(); i++) {
      int to = letters.leads(i) == 0 ? twin[i] : nearest(letters, i);
      if (to != NONE) {
        hang(nodeOf[i], to);
      }
      join(nodeOf[i], twin[i]);
      for (int lead = 0; lead < letters.leads(i); lead++) {
        join(nodeOf[i], node(letters.lead(i, lead)));
      }
    }
    for (int i = 0; i < letters.size(); i++) {
      for (int lead = 1; lead < letters.leads(i); lead++) {
        hang(node(letters.lead(i, lead)), node(letters.lead(i, lead - 1)));
      }
    }
  }

  /** Gives a letter its node; of several with one identifier the first has it. That one's node. */
  private int place(int index, long id) {
    int known = id == 0 ? NONE : node(id);
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
  private int nearest(Keyed letters, int index) {
    int last = node(letters.lead(index, letters.leads(index) - 1));
    for (int lead = letters.leads(index) - 1; lead >= 0; lead--) {
      int node = node(letters.lead(index, lead));
      if (letter[node] != NONE) {
        return node;
      }
    }
    return last;
  }

  private int node(long id) {
    int known = byId.get(id);
    if (known == NONE) {
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

  /** The thread of each letter; threads are counted from 0, by their first letter. */
  public int[] numbers() {
    int[] numbers = new int[nodeOf.length];
    int[] known = new int[nodes];
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      int thread = thread(i);
      known[thread] = known[thread] == 0 ? ++count : known[thread];
      numbers[i] = known[thread] - 1;
    }
    return numbers;
  }
}
