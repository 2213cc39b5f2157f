package org.caucus.operator.migration.lists;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.imports.ImportedLetter;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.SeatId;
import org.caucus.mail.mailbox.ThreadBuilder;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Where each letter of a box belongs, together with what of the list is here already and its
 * audience may join: a later year of an archive goes on with the threads of the earlier one.
 */
final class ImportPlacement implements ThreadBuilder.Keyed {
  private static final int MAX_TITLE_CHARS = 250;
  private static final int NONE = -1;

  /** Threads, and entries, that are remembered because more letters may name them. */
  private static final int MAX_REMEMBERED = 5_000;

  private final Workspace state;
  private final String domain;
  private final ArchivedHeaders heads;
  private final String salt = RandomIds.random();

  private final ExistingThreads here;
  private final ThreadBuilder threads;

  /** Of a thread and an entry that many letters name there is one object while they come. */
  private final Map<Integer, ImportedLetter.In> beginnings = new ConcurrentHashMap<>();

  private final Map<Integer, String> entries = new ConcurrentHashMap<>();

  /** The thread of each letter, here or in the box. */
  private final int[] numbers;

  /** Of each thread: one of its letters that is here; the first of the box; when it began. */
  private final int[] known;

  private final int[] first;
  private final long[] began;

  /**
   * @param audience of what is brought in; it joins only what all of them read
   * @param domain in the identifiers of what was written in the browser
   */
  ImportPlacement(
      Workspace state,
      String list,
      SeatId by,
      Audience audience,
      String domain,
      ArchivedHeaders heads) {
    this.state = state;
    this.domain = domain;
    this.heads = heads;
    this.here = new ExistingThreads(state, list, by, audience);
    threads = new ThreadBuilder(this);
    numbers = threads.numbers();
    int count = IntStream.of(numbers).max().orElse(NONE) + 1;
    known = new int[count];
    first = new int[count];
    began = new long[count];
    Arrays.fill(known, NONE);
    Arrays.fill(first, NONE);
    Arrays.fill(began, Long.MAX_VALUE);
    for (int i = here.size() - 1; i >= 0; i--) {
      known[numbers[i]] = i;
    }
    for (int i = 0; i < heads.size(); i++) {
      if (heads.isNew(i)) {
        begin(numbers[here.size() + i], i);
      }
    }
  }

  /** A thread is called as the first of its letters that answers none. */
  private void begin(int thread, int letter) {
    long when = heads.at(letter).toEpochMilli();
    began[thread] = Math.min(began[thread], when);
    int before = first[thread];
    boolean root = isRoot(letter);
    if (before == NONE
        || (root && !isRoot(before))
        || (root == isRoot(before) && when < heads.at(before).toEpochMilli())) {
      first[thread] = letter;
    }
  }

  private boolean isRoot(int letter) {
    return threads.answers(here.size() + letter) < 0;
  }

  @Override
  public int size() {
    return here.size() + heads.size();
  }

  @Override
  public long id(int index) {
    if (index >= here.size()) {
      int letter = index - here.size();
      return heads.isNew(letter) ? heads.id(letter) : 0;
    }
    Entry entry = here.get(index);
    String own = entry.letter() == null ? null : entry.letter().messageId();
    return ThreadBuilder.key(own == null ? entry.id() + "@" + domain : own);
  }

  @Override
  public int leads(int index) {
    if (index >= here.size()) {
      int letter = index - here.size();
      return heads.isNew(letter) ? heads.leads(letter) : 0;
    }
    return 1 + here.leads(index);
  }

  /** What is here hangs together by its thread, whatever its identifiers say. */
  @Override
  public long lead(int index, int which) {
    if (index >= here.size()) {
      return heads.lead(index - here.size(), which);
    }
    return which == 0
        ? ThreadBuilder.key("thread:" + here.get(index).parent().id())
        : here.lead(index, which - 1);
  }

  private ImportedLetter.In in(String thread) {
    Thread t = state.lists().thread(thread).orElseThrow();
    return new ImportedLetter.In(thread, t.subject(), t.startedAt());
  }

  private static String title(String subject) {
    String title = subject.isBlank() ? "(no subject)" : subject.strip();
    return title.length() <= MAX_TITLE_CHARS
        ? title
        : title.substring(0, MAX_TITLE_CHARS - 1) + "…";
  }

  /** The thread of a letter of the box. */
  ImportedLetter.In thread(int index) {
    int up = threads.answers(here.size() + index);
    while (up >= here.size()) {
      up = threads.answers(up);
    }
    if (up >= 0) {
      return in(here.get(up).parent().id());
    }
    int number = numbers[here.size() + index];
    return known[number] == NONE
        ? few(beginnings).computeIfAbsent(number, this::beginning)
        : in(here.get(known[number]).parent().id());
  }

  private ImportedLetter.In beginning(int number) {
    return new ImportedLetter.In(
        RandomIds.from(salt + number),
        title(heads.subject(first[number])),
        Instant.ofEpochMilli(began[number]));
  }

  private static <V> Map<Integer, V> few(Map<Integer, V> remembered) {
    if (remembered.size() >= MAX_REMEMBERED) {
      remembered.clear();
    }
    return remembered;
  }

  /** How many threads the new letters begin: what others begin meanwhile is not counted. */
  int begun() {
    return (int)
        IntStream.range(0, first.length).filter(i -> first[i] != NONE && known[i] == NONE).count();
  }

  /** The entry that a letter of the box answers; null for none. */
  @Nullable String answers(int index) {
    int up = threads.answers(here.size() + index);
    if (up < 0) {
      return null;
    }
    return up < here.size() ? here.get(up).id() : entry(up - here.size());
  }

  private @Nullable String entry(int letter) {
    return few(entries).computeIfAbsent(letter, heads::entry);
  }
}
