package org.caucus.workspace.templates;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;

/** What a new workspace can begin with. Its words are in the catalogue {@code templates}. */
enum WorkspaceTemplate {
  /** A joint answer to a bill, a code or a regulation. */
  DRAFT_LAW(
      tracker(
          "LAW",
          List.of("IN_PROGRESS", "WAITING"),
          new NewTracker.Field("position", "CHOICE"),
          new NewTracker.Field("lead", "ORGANISATION")),
      new NewIssue("LAW"),
      new NewAction("review", "REVIEW", 7),
      new NewAction("call", "CALL", 14),
      new NewAction("submission", "SUBMISSION", 30),
      new NewAction("press", "PRESS_CONFERENCE", 35)),
  /** Talks with a company about what it does. */
  COMPANY_ENGAGEMENT(
      tracker(
          "ASK",
          List.of("WAITING"),
          new NewTracker.Field("company", "ORGANISATION"),
          new NewTracker.Field("asked", "DATE"),
          new NewTracker.Field("answer", "CHOICE")),
      new NewIssue("ASK"),
      new NewAction("call", "CALL", 10),
      new NewAction("review", "MEETING", 30),
      new NewAction("statement", "STATEMENT", 60)),
  /** A watch over networks that are cut or slowed down. */
  SHUTDOWN_WATCH(
      tracker(
          "NET",
          List.of("OPEN", "IN_PROGRESS", "WAITING", "DONE"),
          new NewTracker.Field("place", "TEXT"),
          new NewTracker.Field("began", "DATE"),
          new NewTracker.Field("ended", "DATE"),
          new NewTracker.Field("cause", "CHOICE")),
      new NewIssue("NET"),
      new NewAction("test", "TASK", 3),
      new NewAction("check", "CALL", 7),
      new NewAction("review", "REVIEW", 30));

  @SuppressWarnings("ImmutableEnumChecker") // records in a list that nothing can change
  private final List<TemplateStep> own;

  WorkspaceTemplate(TemplateStep... own) {
    this.own = List.of(own);
  }

  private static TemplateStep tracker(String key, List<String> named, NewTracker.Field... fields) {
    return new NewTracker(key, named, List.of(fields));
  }

  /** The same in catalogues and keys: {@code draft-law}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is made, in this order: places before what is in them. */
  List<TemplateStep> steps() {
    return Stream.concat(
            Stream.of(
                new NewList("coalition", Audience.everyone()),
                new NewList("civil", Audience.civilSociety())),
            own.stream())
        .toList();
  }
}
