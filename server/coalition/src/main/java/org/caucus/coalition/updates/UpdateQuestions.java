package org.caucus.coalition.updates;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.kernel.SeatId;

/** Which question under an update waits, and which of them a company's words answer. Pure. */
public final class UpdateQuestions {
  /** Answers to answers that are followed up to a question. */
  private static final int MOST_ANSWERS = 50;

  private UpdateQuestions() {}

  /**
   * The question that these words of the company answer: the one that they reply to, directly or by
   * what was said about it; of words that reply to nothing, the newest that waits. Words that the
   * asker cannot read answer nothing: liaisons talk about a question among themselves as well.
   */
  static Optional<UpdateLifecycle.Question> answered(
      Updates.Held state, Update update, EntryPosted words, Instant at) {
    Optional<UpdateLifecycle.Question> meant =
        words.answers() == null
            ? newest(state, update, words.seat())
            : above(state, update, words.answers());
    Scope scope = update.scope().holds(words.audience(), at);
    return meant.filter(question -> canAskerRead(state, question, scope));
  }

  private static Optional<UpdateLifecycle.Question> newest(
      Updates.Held state, Update update, SeatId by) {
    Predicate<Scope> reads = state.access().asked(by);
    return asked(state, update)
        .filter(
            q ->
                UpdateLifecyclePresenter.entryScope(state, update, q.entry())
                    .filter(reads)
                    .isPresent())
        .filter(q -> isOpen(state, update, q))
        .max(
            Comparator.comparing(UpdateLifecycle.Question::at)
                .thenComparing(UpdateLifecycle.Question::entry));
  }

  private static Optional<UpdateLifecycle.Question> above(
      Updates.Held state, Update update, String answered) {
    String id = answered;
    for (int i = 0; i < MOST_ANSWERS && id != null; i++) {
      UpdateLifecycle.Question question = update.course().questions().get(id);
      if (question != null) {
        return Optional.of(question);
      }
      id = state.entries().find(id).map(Entry::answers).orElse(null);
    }
    return Optional.empty();
  }

  /** What was asked under an update. A question that was deleted asks nothing any more. */
  public static Stream<UpdateLifecycle.Question> asked(Updates.Held state, Update update) {
    return update.course().questions().values().stream().filter(q -> stands(state, q.entry()));
  }

  /** Whether an entry is there and not deleted. */
  static boolean stands(Updates.Held state, String entry) {
    return state.entries().find(entry).filter(e -> !e.isDeleted()).isPresent();
  }

  /** Whether its asker has no answer that they can read. */
  public static boolean isOpen(
      Updates.Held state, Update update, UpdateLifecycle.Question question) {
    return question.answers().stream()
        .filter(a -> stands(state, a))
        .flatMap(a -> UpdateLifecyclePresenter.entryScope(state, update, a).stream())
        .noneMatch(scope -> canAskerRead(state, question, scope));
  }

  /** Anyone who is not here any more, and has no successor, keeps no question open. */
  private static boolean canAskerRead(
      Updates.Held state, UpdateLifecycle.Question question, Scope scope) {
    return state
        .entries()
        .find(question.entry())
        .map(entry -> state.members().heir(entry.seat()))
        .filter(state.members()::isActive)
        .map(asker -> state.access().canRead(asker, scope))
        .orElse(true);
  }
}
