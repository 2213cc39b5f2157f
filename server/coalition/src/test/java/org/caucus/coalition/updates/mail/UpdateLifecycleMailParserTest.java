package org.caucus.coalition.updates.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.caucus.coalition.mailcommands.headers.HeadLines;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.mail.UpdateLifecycleMailFields.Way;
import org.caucus.kernel.Message;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.Messages;
import org.caucus.platform.spill.StoredText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a liaison's answer asks to become of an update: all of it is done, or nothing is. */
class UpdateLifecycleMailParserTest {
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");

  private static HeaderReading<UpdateLifecycleMailFields> read(String text) {
    return UpdateLifecycleMailParser.read(HeadLines.of(text), NOW);
  }

  private static String shown(HeaderReading<UpdateLifecycleMailFields> reading) {
    return HeadLines.shown(reading.example());
  }

  @Test
  void allOfACorrectionIsUnderstood() {
    HeaderReading<UpdateLifecycleMailFields> reading =
        read(
            "Correct: the number was wrong | Title: Notices within a day | Kind: position"
                + " | Attribution: off record | Provision: none | Due: 2026-12-31");

    assertThat(reading.wrong()).isNull();
    assertThat(reading.asks())
        .isEqualTo(
            new UpdateLifecycleMailFields(
                Way.CORRECT,
                StoredText.of("the number was wrong"),
                null,
                "Notices within a day",
                Update.Kind.POSITION,
                Update.Attribution.OFF_RECORD,
                "",
                true,
                LocalDate.parse("2026-12-31"),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "Stage: decided, STAGE, DECIDED",
    "Stage: in-review, STAGE, IN_REVIEW",
    "Étape: à l’examen, STAGE, IN_REVIEW",
    "المرحلة: أُنجز, STAGE, DONE",
    "Retirer: une erreur, RETRACT,",
    "سحب: خطأ, RETRACT,",
    "Rectifier: une erreur, CORRECT,",
    "تصحيح: خطأ, CORRECT,"
  })
  void isSaidInThreeLanguages(String line, Way way, Update.Stage stage) {
    UpdateLifecycleMailFields asks = Objects.requireNonNull(read(line).asks());

    assertThat(asks.way()).isEqualTo(way);
    assertThat(asks.stage()).isEqualTo(stage);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Stage: decidd > The value of Stage is not known. Use one of these: noted, in review >"
            + " Stage: decided",
        "Stage: somewhere > The value of Stage is not known > ''",
        "Correct: x | Attribution: of record > The value of Attribution is not known"
            + " > Correct: x | Attribution: off record",
        "Correct: x | Due: at midsummer > This day could not be read > Correct: x | Due:"
            + " 2026-06-08",
        "Correct: x | Due: 0000-01-01 > This day could not be read > Correct: x | Due: 2026-06-08",
        "Correct: x | Correct: y > Correct appears more than once > Correct: x",
        "Correct: x | Retract: y > one in each email > Correct: x",
        "Stage: done | Attribution: off record > The line \"Correct\" is missing > Stage: done",
        "Retract: x | Title: y > The line \"Correct\" is missing > Retract: x",
        "Correct: x | Titel: y > This command is not known for an update > Correct: x | title: y",
      })
  void whatIsNotUnderstoodIsNamedWithItsRuleAndPutRight(String written, String rule, String right) {
    HeaderReading<UpdateLifecycleMailFields> reading = read(written);

    assertThat(reading.asks()).isNull();
    assertThat(reading.wrong()).asString().contains(rule);
    assertThat(shown(reading)).isEqualTo(right);
    if (!right.isEmpty()) {
      assertThat(UpdateLifecycleMailParser.read(reading.example(), NOW).wrong())
          .as("is accepted")
          .isNull();
    }
    Message wrong = Objects.requireNonNull(reading.wrong());
    assertThat(Messages.say(Language.FRENCH, wrong)).isNotEqualTo(wrong.english());
  }

  @ParameterizedTest
  @CsvSource({"Corect, correct", "Retracted, retract", "State, stage", "Status,", "Question,"})
  void aSlipIsNoticed(String key, String meant) {
    assertThat(UpdateLifecycleMailParser.meant(key).orElse(null)).isEqualTo(meant);
  }
}
