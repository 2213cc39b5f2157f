package org.caucus.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.caucus.actions.ActionEvent;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueEvent;
import org.caucus.updates.UpdateEvent;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of what was said in one workspace, derived from its log. Two generations of
 * {@link Fingerprints#MAX}: when one is full the one before it is forgotten, so that it is the
 * newest that is known, and the memory has a limit.
 */
final class QuoteIndex {
  /** Newest commits that are read when a workspace is first asked about. */
  static final int MAX_COMMITS = 50_000;

  private final ReentrantLock lock = new ReentrantLock();
  private Generation young = new Generation();
  private @Nullable Generation old;
  private int read;

  /**
   * Where words stand.
   *
   * @param thing whose readers may read them
   * @param conversation what it is part of: the same words in several are a signature
   */
  record Source(Ref thing, Ref conversation) {}

  private static final class Generation {
    final Fingerprints fingerprints = new Fingerprints();
    final List<Source> sources = new ArrayList<>();
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
    /** Passes its sources, the newest first, as long as more are wanted. */
    void each(long fingerprint, Predicate<Source> more);
  }

  int size() {
    return young.fingerprints.size() + (old == null ? 0 : old.fingerprints.size());
  }

  private void each(long fingerprint, Predicate<Source> more) {
    boolean further = young.fingerprints.each(fingerprint, s -> more.test(young.sources.get(s)));
    Generation before = old;
    if (further && before != null) {
      before.fingerprints.each(fingerprint, s -> more.test(before.sources.get(s)));
    }
  }

  private void readOn(Workspace state) {
    List<Commit> history = state.history();
    for (int i = Math.max(read, history.size() - MAX_COMMITS); i < history.size(); i++) {
      history.get(i).events().forEach(this::add);
    }
    read = Math.max(read, history.size());
  }

  private void add(Event event) {
    switch (event) {
      case EntryEvent.EntryPosted e -> add(Ref.to(Ref.Kind.ENTRY, e.id()), e.parent(), e.text());
      case EntryEvent.EntryImported e -> add(Ref.to(Ref.Kind.ENTRY, e.id()), e.parent(), e.text());
      case IssueEvent.IssueOpened e -> add(Ref.to(Ref.Kind.ISSUE, e.id()), e.description());
      case IssueEvent.IssueEdited e -> add(Ref.to(Ref.Kind.ISSUE, e.id()), e.description());
      case UpdateEvent.UpdatePosted e -> add(Ref.to(Ref.Kind.UPDATE, e.id()), e.body());
      case UpdateEvent.UpdateCorrected e -> add(Ref.to(Ref.Kind.UPDATE, e.id()), e.body());
      case ActionEvent.ActionPlanned e -> add(Ref.to(Ref.Kind.ACTION, e.id()), e.description());
      case ActionEvent.ActionEdited e -> {
        add(Ref.to(Ref.Kind.ACTION, e.id()), e.description());
        add(Ref.to(Ref.Kind.ACTION, e.id()), e.outcome());
      }
      case ActionEvent.ActionDetailed e ->
          add(Ref.to(Ref.Kind.ACTION, e.id()), e.details().agenda());
      case ActionEvent.ReplyRecorded e ->
          add(Ref.to(Ref.Kind.ACTION, e.action()), e.reply().text());
      case ActionEvent.MinutesWritten e -> add(Ref.to(Ref.Kind.ACTION, e.action()), e.text());
      default -> {} // nothing that people say at length
    }
  }

  private void add(Ref thing, @Nullable String text) {
    if (text != null) {
      add(thing, thing, text);
    }
  }

  private void add(Ref thing, Ref conversation, String text) {
    if (young.fingerprints.full()) {
      old = young;
      young = new Generation();
    }
    int source = young.sources.size();
    young.sources.add(new Source(thing, conversation));
    Shingles.of(text).forEach(f -> young.fingerprints.add(f, source));
    Shingles.paragraphs(text, false).forEach(f -> young.fingerprints.add(f, source));
  }
}
