package org.caucus.coalition.updates.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * What a company's letter asks to become of the update it answers; null leaves a thing as it is.
 *
 * @param storedWhy what stands behind the word: the reason, or a note
 * @param stage how far the company is now, of {@link Way#STAGE}
 * @param dueChanged whether {@code due} is meant: without a day it takes the day away
 * @param storedWords what its author wrote below the lines, without what they quote: what the
 *     update says from now on, or more of the reason
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record UpdateLifecycleMailFields(
    Way way,
    @JsonProperty("why") @Nullable StoredText storedWhy,
    Update.@Nullable Stage stage,
    @Nullable String title,
    Update.@Nullable Kind kind,
    Update.@Nullable Attribution attribution,
    @Nullable String provision,
    boolean dueChanged,
    @Nullable LocalDate due,
    @JsonProperty("words") @Nullable StoredText storedWords) {
  /** What is done to it. */
  public enum Way {
    /** It says something else from now on; what it said stays to be seen. */
    CORRECT,
    /** The company does not stand by it any more; it stays to be seen. */
    RETRACT,
    /** The company has come so far with it. */
    STAGE
  }

  /** The same with these words below the lines. */
  public UpdateLifecycleMailFields saying(String said) {
    return new UpdateLifecycleMailFields(
        way,
        storedWhy,
        stage,
        title,
        kind,
        attribution,
        provision,
        dueChanged,
        due,
        said.isBlank() ? null : StoredText.of(said));
  }

  /** The command of the browser that it means. */
  @JsonIgnore
  public UpdateCommand.CourseCommand of(String update) {
    return switch (way) {
      case CORRECT ->
          new UpdateCommand.CorrectUpdate(
              update,
              null,
              kind,
              title,
              words(),
              attribution,
              provision,
              dueChanged,
              due,
              null,
              Objects.requireNonNullElse(why(), ""));
      case RETRACT -> new UpdateCommand.RetractUpdate(update, reason());
      case STAGE -> new UpdateCommand.ReachStage(update, Objects.requireNonNull(stage), reason());
    };
  }

  private String reason() {
    return Stream.of(why(), words()).filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
  }

  /** The reason, or a note; null for no change. */
  public @Nullable String why() {
    return storedWhy == null ? null : storedWhy.toString();
  }

  /** What its author wrote below the lines; null for no change. */
  public @Nullable String words() {
    return storedWords == null ? null : storedWords.toString();
  }
}
