package org.caucus.mail.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters that name themselves and others by text. */
record NamedLetters(List<Named> letters) implements ThreadBuilder.Keyed {
  /**
   * How a letter names itself and others.
   *
   * @param id null if it has none
   * @param leads identifiers of what led to it, the nearest last
   */
  record Named(@Nullable String id, List<String> leads) {}

  static ThreadBuilder threads(List<Named> letters) {
    return new ThreadBuilder(new NamedLetters(letters));
  }

  /** The letters of each thread, in their order; threads by their first letter. */
  static List<List<Integer>> all(ThreadBuilder threads) {
    Map<Integer, List<Integer>> all = new LinkedHashMap<>();
    int[] numbers = threads.numbers();
    for (int i = 0; i < numbers.length; i++) {
      all.computeIfAbsent(numbers[i], t -> new ArrayList<>()).add(i);
    }
    return List.copyOf(all.values());
  }

  @Override
  public int size() {
    return letters.size();
  }

  @Override
  public long id(int index) {
    String id = letters.get(index).id();
    return id == null ? 0 : ThreadBuilder.key(id);
  }

  @Override
  public int leads(int index) {
    return letters.get(index).leads().size();
  }

  @Override
  public long lead(int index, int which) {
    return ThreadBuilder.key(letters.get(index).leads().get(which));
  }
}
