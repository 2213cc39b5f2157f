package org.caucus.quotes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caucus.actions.ActionEvent;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueEvent;
import org.caucus.members.Scope;
import org.caucus.spill.StoredText;
import org.caucus.updates.UpdateEvent;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of what was said in one workspace, derived from its log. What has the same
 * readers lies on one shelf, in two generations of {@link Fingerprints#MAX}: when one is full the
 * one before it is forgotten, so that it is the newest that is known, and the memory has a limit.
 * Each shelf for itself: by what is still known and what is not any more, nobody learns how much
 * was said that they cannot read (R8).
 */
final class QuoteIndex {
  /** Newest texts of a shelf that are read when a workspace is first asked about. */
  static final int MAX_TEXTS = 50_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Shelf> shelves = new LinkedHashMap<>();
  private int read;

  /** Fingerprints on all shelves: counted for other workspaces, while this one is read on. */
  private volatile int size;

  /**
   * Where words stand.
   *
   * @param thing whose readers may read them
   * @param conversation what it is part of: the same words in several are a signature
   */
  record Source(Ref thing, Ref conversation) {}

  /**
   * Something said.
   *
   * @param shelf who can read it
   */
  private record Text(Source source, String shelf, StoredText words) {}

  private static final class Generation {
    final Fingerprints fingerprints = new Fingerprints();
    final List<Source> sources = new ArrayList<>();
  }

  /** What the same people can read. */
  private static final class Shelf {
    private Generation young = new Generation();
    private @Nullable Generation old;

    int size() {
      return young.fingerprints.size() + (old == null ? 0 : old.fingerprints.size());
    }

    /** False if no more are wanted. */
    boolean each(long fingerprint, Predicate<Source> more) {
      boolean further = young.fingerprints.each(fingerprint, s -> more.test(young.sources.get(s)));
      Generation before = old;
      return further
          && (before == null
              || before.fingerprints.each(fingerprint, s -> more.test(before.sources.get(s))));
    }

    void add(Source source, String words) {
      if (young.fingerprints.full()) {
        old = young;
        young = new Generation();
      }
      int number = young.sources.size();
      young.sources.add(source);
      Shingles.of(words).forEach(f -> young.fingerprints.add(f, number));
      Shingles.paragraphs(words, false).forEach(f -> young.fingerprints.add(f, number));
    }
  }

  /** Passes every source of each fingerprint, after reading on to this state. */
  void search(Workspace state, Consumer<Search> question) {
    lock.lock();
    try {
      readOn(state);
      question.accept(this::each);
    } finally {
      lock.unlock();
    }
  }

  /** Looks up one fingerprint. */
  @FunctionalInterface
  interface Search {
    /** Passes its sources, as long as more are wanted. */
    void each(long fingerprint, Predicate<Source> more);
  }

  /** Waits for nobody. */
  int size() {
    return size;
  }

  private void each(long fingerprint, Predicate<Source> more) {
    for (Shelf shelf : shelves.values()) {
      if (!shelf.each(fingerprint, more)) {
        return;
      }
    }
  }

  private void readOn(Workspace state) {
    List<Commit> history = state.history();
    List<Text> texts = new ArrayList<>();
    for (int i = read; i < history.size(); i++) {
      history.get(i).events().forEach(e -> texts.addAll(texts(state, e)));
    }
    read = Math.max(read, history.size());
    for (Text text : newest(texts)) {
      shelves
          .computeIfAbsent(text.shelf(), s -> new Shelf())
          .add(text.source(), text.words().toString());
    }
    if (!texts.isEmpty()) {
      size = shelves.values().stream().mapToInt(Shelf::size).sum();
    }
  }

  /** Of each shelf so many, in the order in which they were said. */
  private static List<Text> newest(List<Text> texts) {
    if (texts.size() <= MAX_TEXTS) {
      return texts;
    }
    Map<String, Integer> taken = new HashMap<>();
    List<Text> newest =
        texts.reversed().stream()
            .filter(text -> taken.merge(text.shelf(), 1, Integer::sum) <= MAX_TEXTS)
            .toList();
    return newest.reversed();
  }

  private static List<Text> texts(Workspace state, Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          texts(state, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent(), e.words());
      case EntryEvent.EntryImported e ->
          texts(state, Ref.to(Ref.Kind.ENTRY, e.id()), e.parent(), e.words());
      case IssueEvent.IssueOpened e ->
          texts(state, Ref.to(Ref.Kind.ISSUE, e.id()), e.description());
      case IssueEvent.IssueEdited e ->
          texts(state, Ref.to(Ref.Kind.ISSUE, e.id()), e.description());
      case UpdateEvent.UpdatePosted e -> texts(state, Ref.to(Ref.Kind.UPDATE, e.id()), e.body());
      case UpdateEvent.UpdateCorrected e -> texts(state, Ref.to(Ref.Kind.UPDATE, e.id()), e.body());
      case ActionEvent.ActionPlanned e ->
          texts(state, Ref.to(Ref.Kind.ACTION, e.id()), e.description());
      case ActionEvent.ActionEdited e ->
          texts(state, Ref.to(Ref.Kind.ACTION, e.id()), e.description(), e.outcome());
      case ActionEvent.ActionDetailed e ->
          texts(state, Ref.to(Ref.Kind.ACTION, e.id()), e.details().agenda());
      case ActionEvent.ReplyRecorded e ->
          texts(state, Ref.to(Ref.Kind.ACTION, e.action()), e.reply().text());
      case ActionEvent.MinutesWritten e ->
          texts(state, Ref.to(Ref.Kind.ACTION, e.action()), e.text());
      default -> List.of(); // nothing that people say at length
    };
  }

  private static List<Text> texts(Workspace state, Ref thing, @Nullable String... words) {
    return Arrays.stream(words)
        .filter(Objects::nonNull)
        .flatMap(said -> texts(state, thing, thing, StoredText.of(said)).stream())
        .toList();
  }

  private static List<Text> texts(Workspace state, Ref thing, Ref conversation, StoredText words) {
    return List.of(new Text(new Source(thing, conversation), shelf(state, thing), words));
  }

  /** Who reads a thing: the audiences of it and of what it hangs on, and who came too late. */
  private static String shelf(Workspace state, Ref thing) {
    StringBuilder readers = new StringBuilder();
    @Nullable Scope scope = state.scopeOf(thing).orElse(null);
    for (; scope != null; scope = scope.parent()) {
      readers.append(scope.audience().wire()).append(' ');
      readers.append(late(state, scope.at())).append(' ');
    }
    return readers.toString();
  }

  private static long late(Workspace state, @Nullable Instant said) {
    return said == null
        ? 0
        : state.members().organisations().values().stream()
            .filter(o -> said.isBefore(o.readsFrom()))
            .count();
  }
}
