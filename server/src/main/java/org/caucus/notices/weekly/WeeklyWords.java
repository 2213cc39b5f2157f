package org.caucus.notices.weekly;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.actions.Commitment;
import org.caucus.command.Ref;
import org.caucus.updates.Update;
import org.caucus.updates.UpdateEvent;
import org.caucus.wishes.Weekly;

/** Everything weekly letters say, in one place. */
final class WeeklyWords {
  static final String SERVER = "Caucus";
  static final String WROTE = "wrote";
  static final String OPENED = "opened";
  static final String CLOSED = "closed";
  static final String REOPENED = "reopened";
  static final String CHANGED = "changed";
  static final String PLANNED = "planned";
  static final String MINUTED = "wrote the minutes";
  static final String REPLIED = "recorded a reply of the agency";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private WeeklyWords() {}

  /** An update, and what became of it. */
  record Become(Ref of, String what) {}

  static Optional<Become> update(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> become(e.id(), "posted");
      case UpdateEvent.UpdateCorrected e -> become(e.id(), "corrected");
      case UpdateEvent.StageReached e -> become(e.id(), "said how far it is");
      case UpdateEvent.UpdateRetracted e -> become(e.id(), "taken back");
      case UpdateEvent.QuestionAnswered e -> become(e.update(), "answered a question");
      case UpdateEvent.QuestionAsked e -> Optional.empty();
      case UpdateEvent.UpdatePassedOn e -> Optional.empty();
      case UpdateEvent.UpdateAcknowledged e -> Optional.empty();
    };
  }

  private static Optional<Become> become(String update, String what) {
    return Optional.of(new Become(Ref.to(Ref.Kind.UPDATE, update), what));
  }

  static String committed(Commitment.Answer answer) {
    return switch (answer) {
      case WILL -> "will take part";
      case MAY -> "may take part";
      case WILL_NOT -> "will not take part";
    };
  }

  /** What sort of update it is, how far the company is with it, and how it may be quoted. */
  static String terms(Update update) {
    return List.of(update.kind(), update.stage(), update.attribution()).stream()
        .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }

  static String subject(String workspace, Weekly weekly, LocalDate day) {
    String what =
        switch (weekly) {
          case UPDATES -> "what companies said";
          case ACTIVITY -> "who did what";
        };
    return workspace + ": " + what + " in the week to " + DAY.format(day);
  }

  static String deeds(Map<String, Integer> deeds) {
    return deeds.entrySet().stream()
        .map(e -> e.getKey() + (e.getValue() == 1 ? "" : " (" + e.getValue() + " times)"))
        .collect(Collectors.joining(", "));
  }

  static String silent(List<String> companies) {
    return "Said nothing this week: " + String.join(", ", companies) + "\n\n";
  }

  static String more(int more, String link) {
    return "And " + more + " more, which are not in this mail. Read on at\n" + link + "\n\n";
  }

  static String withheld(int many, String link) {
    return (many == 1 ? "1 more thing is" : many + " more things are")
        + " kept out of mail. Sign in to read:\n"
        + link
        + "\n\n";
  }

  static String foot(Weekly weekly, String choices) {
    return "-- \nAn answer to this letter does not reach anybody; answer on the pages.\n"
        + "You get this because you chose it, once a week"
        + (weekly == Weekly.UPDATES ? ", about updates" : ", about all activity")
        + ". Choose what comes by mail, and when:\n"
        + choices
        + "\n";
  }
}
