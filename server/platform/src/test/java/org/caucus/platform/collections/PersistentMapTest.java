package org.caucus.platform.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** A trie is a map and a row is a list, whatever is done to them; and what was, stays. */
class PersistentMapTest {
  /** A key whose hashes meet as often as the test wishes. */
  record Thing(int name, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void aTrieIsAMap(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int hashes) {
    Random random = new Random(seed);
    Map<Thing, Integer> model = new HashMap<>();
    PersistentMap<Thing, Integer> trie = PersistentMap.empty();
    List<Map<Thing, Integer>> models = new ArrayList<>();
    List<PersistentMap<Thing, Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int name = random.nextInt(300);
      Thing key = new Thing(name, (name % hashes) * 0x01000193);
      if (random.nextInt(3) == 0) {
        model.remove(key);
        trie = trie.minus(key);
      } else {
        model.put(key, i);
        trie = trie.plus(key, i);
      }
      assertThat(trie.get(key)).isEqualTo(model.get(key));
      assertThat(trie).hasSize(model.size());
      if (i % 100 == 0) {
        models.add(Map.copyOf(model));
        tries.add(trie);
      }
    }
    assertThat(trie).isEqualTo(model).hasSameHashCodeAs(model);
    assertThat(tries).isEqualTo(models);
    assertThat(trie.minusAll(model.keySet())).isEmpty();
    assertThat(PersistentMap.<Thing, Integer>empty().plusAll(model)).isEqualTo(trie);
  }

  /** Else anyone who reads some of them would learn by their order that others are there (R8). */
  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void whateverElseIsThereTheOrderOfTwoStays(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int hashes) {
    Random random = new Random(seed);
    PersistentMap<Thing, Integer> alone = PersistentMap.empty();
    PersistentMap<Thing, Integer> among = PersistentMap.empty();
    for (int i = 0; i < 300; i++) {
      Thing key = new Thing(i, (random.nextInt(300) % hashes) * 0x01000193);
      among = among.plus(key, i);
      if (i % 3 == 0) {
        alone = alone.plus(key, i);
      }
    }
    PersistentMap<Thing, Integer> seen = alone;
    assertThat(among.keySet().stream().filter(seen::containsKey))
        .containsExactlyElementsOf(seen.keySet());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void manyAtOnceAreAsOneAfterTheOther(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 2000) int size,
      @ForAll @IntRange(min = 1, max = 3000) int hashes) {
    Random random = new Random(seed);
    List<Thing> keys = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    Map<Thing, Integer> model = new HashMap<>();
    for (int i = 0; i < size; i++) {
      int name = random.nextInt(3 * size); // some come twice
      keys.add(new Thing(name, (name % hashes) * 0x01000193));
      values.add(i);
      model.put(keys.getLast(), i);
    }
    PersistentMap<Thing, Integer> trie = PersistentMap.of(keys, values);

    assertThat(trie.equals(model)).isTrue();
    assertThat(trie).hasSize(model.size());
    assertThat(keys).allMatch(k -> model.get(k).equals(trie.get(k)));
    // and it goes on like any other
    PersistentMap<Thing, Integer> rest = trie;
    for (Thing key : keys) {
      rest = rest.plus(key, -1);
      assertThat(rest).hasSize(model.size());
    }
    assertThat(rest.values()).allMatch(v -> v == -1);
    for (Thing key : model.keySet()) {
      rest = rest.minus(key);
    }
    assertThat(rest.isEmpty()).isTrue();
  }

  @Example
  void puttingTheSameAgainChangesNothing() {
    String value = "Rights Now";
    PersistentMap<String, String> one = PersistentMap.<String, String>empty().plus("rights", value);

    assertThat(one.plus("rights", value)).isSameAs(one);
    assertThat(one.minus("press")).isSameAs(one);
    assertThat(one.get(null)).isNull();
  }

  @Property(tries = 20, shrinking = ShrinkingMode.OFF)
  void aRowIsAList(@ForAll @IntRange(min = 0, max = 70_000) int size) {
    PersistentVector<Integer> row = PersistentVector.empty();
    List<Integer> list = new ArrayList<>();
    PersistentVector<Integer> early = row;
    for (int i = 0; i < size; i++) {
      row = row.plus(i);
      list.add(i);
      early = i == size / 2 ? row : early;
    }

    assertThat(row.equals(list)).isTrue();
    assertThat(row).hasSameHashCodeAs(list);
    // another future of the same past
    PersistentVector<Integer> branch = early.plus(-1);
    assertThat(branch.getLast()).isEqualTo(-1);
    assertThat(row.equals(list)).isTrue();
    assertThat(early.equals(list.subList(0, early.size()))).isTrue();
  }
}
