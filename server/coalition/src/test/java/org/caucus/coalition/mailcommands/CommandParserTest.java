package org.caucus.coalition.mailcommands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a letter with orders has an end, however long the letter is. */
class CommandParserTest {
  @Test
  void whatAPhoneAddsIsNoOrder() {
    List<CommandParser.Read> read =
        CommandParser.read("lists\nwhich\n\nSent from my iPhone\n", "", "");

    assertThat(read).extracting(CommandParser.Read::text).containsExactly("lists", "which");
    assertThat(read).allSatisfy(line -> assertThat(line.fault()).isNull());
  }

  private static List<MailCommand> orders(String text) {
    List<CommandParser.Read> read = CommandParser.read(text, "", "");
    assertThat(read).allSatisfy(line -> assertThat(line.fault()).as(line.text()).isNull());
    return read.stream().map(CommandParser.Read::order).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00a0",
        "\u200f",
        "\ufeff",
        "—\nBola, Harbour",
        "– \nBola",
        "Enviado desde mi iPhone",
        "Von meinem iPhone gesendet",
        "Sent from Gmail Mobile",
        "________________________________\nFrom: Code <code+control@lists.example>\nSent: Monday",
        "From: Code <code+control@lists.example>\nSent: Monday\nTo: Bola",
        "De : Code <code+control@lists.example>\nEnvoyé : lundi",
        "----\nFrom: Code",
      })
  void whatMailProgramsAddIsNoOrder(String added) {
    assertThat(orders("lists\n" + added + "\n")).containsExactly(new MailCommand.Lists());
  }

  @Test
  void spacesThatHtmlKeepsTogetherAndCapitalsOfPhonesAreReadAsTheyAreMeant() {
    assertThat(orders("Set\u00a0coalition Digest\n\u200eWhich\u200e"))
        .containsExactly(
            new MailCommand.SetMode("coalition", Delivery.DIGEST), new MailCommand.Which());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suspend 2026-07-01..2026-07-14",
        "Suspend 2026-07-01 .. 2026-07-14",
        "suspend 2026-07-01…2026-07-14",
      })
  void daysMayStandApart(String line) {
    MailPause days = new MailPause(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 14));
    assertThat(orders(line)).containsExactly(new MailCommand.Suspend(MailCommand.ALL, days));
  }

  @ParameterizedTest
  @CsvSource({
    "whcih, which",
    "lsits, lists",
    "list, lists",
    "unsuspend coalition, resume",
    "STOP, leave LIST",
    "sett coalition digest, set LIST MODE",
    "vacation, suspend 2026-07-01..2026-07-14",
    "Dear all, ''",
    "Thank you, ''",
  })
  void aWordThatIsNoOrderIsAnsweredWithTheOneThatWasMeant(String line, String meant) {
    assertThat(CommandParser.read(line, "", ""))
        .singleElement()
        .extracting(CommandParser.Read::fault)
        .isEqualTo(meant.isEmpty() ? CommandMessages.UNKNOWN : CommandMessages.meant(meant));
  }

  @Test
  void aLetterOfVeryManyLinesIsReadAsFarAsItsOrdersCount() {
    int lines = 250_000;
    double grows =
        Growth.of(
            lines,
            many -> {
              String text = ":\n".repeat(many);
              return () -> CommandParser.read(text, "", "");
            });

    assertThat(grows).isLessThan(Growth.LINEAR);
    List<CommandParser.Read> read = CommandParser.read(":\n".repeat(lines), "", "");
    assertThat(read).hasSize(CommandParser.MAX_ORDERS + 1);
    assertThat(read.getLast().fault()).isEqualTo(CommandMessages.TOO_MANY);
  }
}
