package org.caucus.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.kernel.Command;
import org.jspecify.annotations.Nullable;

/** What may be asked of updates, at random. */
final class Updating {
  private static final LocalDate DUE = LocalDate.parse("2026-07-01");

  private Updating() {}

  static Command any(Random random, Workspace w, String word, @Nullable Audience audience) {
    if (random.nextInt(4) == 0) {
      return draft(random, w, word, audience);
    }
    List<String> ids = w.updates().byId().keySet().stream().sorted().toList();
    if (ids.isEmpty() || random.nextInt(3) == 0) {
      return post(random, word, audience);
    }
    String id = ids.get(random.nextInt(ids.size()));
    return course(random, w.updates().find(id).orElseThrow(), word, audience);
  }

  private static Command draft(
      Random random, Workspace w, String word, @Nullable Audience audience) {
    List<String> ids = w.updates().drafts().byId().keySet().stream().sorted().toList();
    UpdateCommand.PostUpdate said = withFile(post(random, word, audience), word);
    if (ids.isEmpty() || random.nextBoolean()) {
      return new UpdateCommand.DraftUpdate(said, null);
    }
    String id = ids.get(random.nextInt(ids.size()));
    return switch (random.nextInt(5)) {
      case 0 -> new DraftCommand.DiscardDraft(id);
      case 1 -> new UpdateCommand.ReviseDraft(id, null, said, null);
      case 2 -> new DraftCommand.ReturnDraft(id, null, word);
      default -> new DraftCommand.ConfirmDraft(id);
    };
  }

  /** As if it had come by a letter with a file. */
  private static UpdateCommand.PostUpdate withFile(UpdateCommand.PostUpdate said, String word) {
    String letter = word + "b";
    var file = new Entry.Attached(letter, "File " + word + ".pdf", "application/pdf", 9, 1);
    return new UpdateCommand.PostUpdate(
        said.company(),
        said.kind(),
        said.stage(),
        said.title(),
        said.body(),
        said.attribution(),
        said.audience(),
        letter,
        List.of(file),
        UpdateReferences.none());
  }

  private static UpdateCommand.PostUpdate post(
      Random random, String word, @Nullable Audience audience) {
    return new UpdateCommand.PostUpdate(
        null,
        random.nextBoolean() ? Update.Kind.STATUS : Update.Kind.REQUEST,
        Update.Stage.NOTED,
        "News " + word,
        "We did it.",
        Update.Attribution.ON_RECORD,
        audience,
        null);
  }

  private static Command course(
      Random random, Update update, String word, @Nullable Audience audience) {
    String id = update.id();
    return switch (random.nextInt(6)) {
      case 0 ->
          new UpdateCommand.CorrectUpdate(
              id,
              null,
              null,
              "News " + word,
              "It was otherwise.",
              null,
              random.nextBoolean() ? "Part " + word : null,
              random.nextBoolean(),
              random.nextBoolean() ? DUE.plusDays(random.nextInt(99)) : null,
              null,
              "A slip.");
      case 1 -> {
        Update.Stage[] stages = Update.Stage.values();
        yield new UpdateCommand.ReachStage(id, stages[random.nextInt(stages.length)], word);
      }
      case 2 ->
          random.nextInt(4) == 0
              ? new UpdateCommand.RetractUpdate(id, "Too soon.")
              : new UpdateCommand.AcknowledgeUpdate(id);
      case 3 -> new UpdateCommand.AcknowledgeUpdate(id);
      case 4 ->
          new UpdateCommand.CommentUpdate(id, Post.web("When? " + word, null, audience), true);
      default ->
          new UpdateCommand.CommentUpdate(
              id, Post.web("By June. " + word, question(random, update), audience));
    };
  }

  private static @Nullable String question(Random random, Update update) {
    List<String> asked = update.course().questions().keySet().stream().sorted().toList();
    return asked.isEmpty() ? null : asked.get(random.nextInt(asked.size()));
  }
}
