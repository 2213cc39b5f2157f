package org.caucus.operator.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code caucus queue}: the mail that is not sent yet. */
@Command(
    name = "queue",
    description = {
      "Lists the letters that are not sent yet, oldest first, and how many there are by destination"
          + " and by reason. Of a recipient it shows the domain alone, and no word of a letter.",
      "States: waiting (not tried yet: for its turn or its hour), deferred (tried in vain, and tried"
          + " again), held (by an operator), sending (a server has it in hand).",
      "A domain and a size are known once a letter was tried. It is tried for five days."
    },
    footerHeading = "%nReasons:%n",
    footer = {
      "  not-tried    it waits for its turn or its hour",
      "  unreachable  the next host cannot be reached",
      "  not-written  the letter could not be written; the log has the kind of error",
      "  later        the host said later: greylisting, or it is busy",
      "  rate         the host said that these are too many letters",
      "  full         the mailbox is full",
      "  spam         the host takes it for unsolicited, or this server is on a block list",
      "  policy       a rule of the host, or a missing proof of the sender",
      "  content      the host does not take what is in it, or its size",
      "  address      the host doubts the address",
      "  other        the host gave no reason that is known here"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:it was listed",
      "1:it was not; or, with --fail-after, a letter is in the queue for longer",
      "2:the words were not understood"
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      QueueActs.Retry.class,
      QueueActs.Hold.class,
      QueueActs.Release.class,
      QueueActs.Purge.class
    })
public final class QueueCommand implements OperatorCommand {
  /** Most letters that are listed one by one. */
  static final int MOST = 1_000_000;

  @Mixin DataOption data = new DataOption();
  @Mixin QueueFilter filter = new QueueFilter();

  @Option(
      names = "--limit",
      defaultValue = "100",
      paramLabel = "LETTERS",
      description =
          "letters listed one by one, 0 to 1000000 (${DEFAULT-VALUE}); the sums are of all")
  int limit;

  @Option(names = "--json", description = "as one JSON object: times in UTC, sizes in octets")
  boolean json;

  @Option(
      names = "--fail-after",
      paramLabel = "AGE",
      description = "exit with 1 if a letter that is not held is in the queue for longer: 4h")
  String failAfter = "";

  @Override
  public int run(OperatorContext desk, Console console) {
    Instant now = Instant.now();
    Optional<Predicate<QueuedLetter>> meant = filter.meant(desk, console, now);
    if (meant.isEmpty()) {
      return NOT_DONE;
    }
    if (limit < 0 || limit > MOST) {
      console.note("--limit is 0 to " + MOST + " letters.");
      return NOT_DONE;
    }
    if (!failAfter.isEmpty() && Ages.read(failAfter).isEmpty()) {
      console.note("\"" + failAfter + "\" is no age. Write it as 90s, 15m, 4h or 2d.");
      return NOT_DONE;
    }
    QueueSurvey survey = new QueueSurvey(limit);
    QueueSurvey free = new QueueSurvey(0);
    desk.queue()
        .letters()
        .filter(meant.get())
        .forEach(
            letter -> {
              survey.add(letter);
              if (letter.state() != QueuedLetter.State.HELD) {
                free.add(letter);
              }
            });
    QueuePrinter printer = new QueuePrinter(console, desk.names(), now);
    if (json) {
      printer.json(survey);
    } else {
      printer.table(survey);
    }
    return isLate(free.all(), now) ? NOT_DONE : DONE;
  }

  private boolean isLate(QueueSurvey.Sum all, Instant now) {
    Instant oldest = all.oldest;
    return oldest != null
        && Ages.read(failAfter).filter(age -> oldest.isBefore(now.minus(age))).isPresent();
  }
}
