package org.caucus.messaging.inbound.pipeline.guards;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.SubjectSettings;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.messaging.inbound.pipeline.PipelineContext;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;

/**
 * What the author of a letter put behind the subject that it answers. The subject itself was sent
 * to them: brackets in what somebody called a thing are no order of those who answer it (DESIGN
 * A2). Where that cannot be told from what they added, nothing was.
 */
final class SubjectAddition {
  private SubjectAddition() {}

  /** What they set there. */
  static List<CommandLine> settings(PipelineContext arrival) {
    String subject = SubjectSettings.typed(arrival.incoming().letter().subject());
    return SubjectSettings.in(subject).isEmpty() ? List.of() : of(subject, titles(arrival));
  }

  /**
   * All settings of its subject that no title has as often: for what must not be overlooked, though
   * it cannot be told who wrote it.
   */
  static List<CommandLine> besideTitles(PipelineContext arrival) {
    String subject = SubjectSettings.typed(arrival.incoming().letter().subject());
    List<CommandLine> all = SubjectSettings.in(subject);
    List<String> titles =
        all.isEmpty() ? List.of() : titles(arrival).stream().map(SubjectAddition::dense).toList();
    return all.stream()
        .filter(
            line -> {
              String set = dense(written(line));
              return titles.stream().noneMatch(t -> count(t, set) >= count(dense(subject), set));
            })
        .toList();
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static List<CommandLine> of(String subject, List<String> titles) {
    int begins = LostThreadGuard.begins(subject);
    int end = titles.stream().mapToInt(title -> end(subject, begins, title)).max().orElse(-1);
    if (end < 0 && titles.stream().anyMatch(SubjectAddition::setsSomething)) {
      return List.of();
    }
    List<String> others =
        titles.stream()
            .filter(t -> end(subject, begins, t) < 0)
            .map(SubjectAddition::dense)
            .toList();
    return SubjectSettings.in(subject.substring(Math.max(0, end))).stream()
        .filter(line -> others.stream().noneMatch(o -> o.contains(dense(written(line)))))
        .toList();
  }

  private static String written(CommandLine line) {
    return line.key() + "=" + line.value();
  }

  private static String dense(String text) {
    return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Asks their author about what such settings would change, where the subject has brackets of
   * others beside them: one cannot be seen from the other at a glance.
   */
  static PipelineContext asked(PipelineContext changed) {
    return !settings(changed).isEmpty()
            && titles(changed).stream().anyMatch(SubjectAddition::setsSomething)
        ? changed.asking(Hold.Awaits.SENDER, RefusalMessages.BESIDE_A_TITLE)
        : changed;
  }

  /** What its subject may begin with that its author did not write. */
  private static List<String> titles(PipelineContext arrival) {
    Stream<String> titles =
        arrival.intent() instanceof LetterReply answer
            ? FormerTitles.of(arrival.workspace(), answer.parent())
            : arrival.seat() == null
                ? Stream.of()
                : LostThreadGuard.titles(arrival.workspace(), arrival.seat().id());
    boolean isNew = !(arrival.intent() instanceof LetterReply);
    return titles
        .map(SubjectSettings::typed)
        .filter(title -> !isNew || setsSomething(title))
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static boolean setsSomething(String title) {
    return title.indexOf('[') >= 0 && title.indexOf('=') >= 0;
  }

  /** Where a title ends with which a subject begins, whatever blanks it has; -1 if it does not. */
  private static int end(String subject, int begins, String title) {
    String words = dense(title.substring(LostThreadGuard.begins(title)));
    int at = begins;
    for (int i = 0; i < words.length(); at++) {
      if (at == subject.length()) {
        return -1;
      }
      char c = subject.charAt(at);
      if (Character.isWhitespace(c)) {
        continue;
      }
      if (Character.toLowerCase(c) != words.charAt(i++)) {
        return -1;
      }
    }
    return words.isEmpty() ? -1 : at;
  }
}
