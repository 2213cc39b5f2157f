package org.caucus.operator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code caucus mailbox}: letters to postmaster, abuse and the like, and those given up. */
@Command(
    name = "mailbox",
    description =
        "Lists the letters to postmaster@, abuse@, security@, hostmaster@, webmaster@ and noc@,"
            + " oldest first. Each was forwarded to CAUCUS_OPERATORS, who answer by replying to"
            + " that. Also lists letters to a coalition that could be neither posted nor held.",
    mixinStandardHelpOptions = true,
    subcommands = {MailboxCommand.Show.class, MailboxCommand.Delete.class})
final class MailboxCommand implements OperatorCommand {
  /** More than there can be to the operators. */
  private static final int LIMIT = 2 * OperatorMailbox.MAX_LETTERS;

  @Mixin DataOption data = new DataOption();

  @Override
  public int run(OperatorContext desk, Console console) {
    OperatorMailbox shelf = new OperatorMailbox(desk.mongo(), desk.vault());
    List<RetainedLetters> all = shelf.list(LIMIT);
    all.forEach(kept -> console.say(line(shelf, kept)));
    console.say(
        all.isEmpty()
            ? "No letters."
            : all.size()
                + " letters. See one: caucus mailbox show ID; then: caucus mailbox delete ID");
    return DONE;
  }

  private static String line(OperatorMailbox shelf, RetainedLetters kept) {
    String to =
        kept.to().stream()
            .map(Destination::address)
            .map(MailboxCommand::plain)
            .distinct()
            .collect(Collectors.joining(", "));
    if (!kept.operators()) {
      return kept.id() + " " + kept.received() + " to " + to + ": could not be posted";
    }
    Optional<ParsedLetter> letter = shelf.octets(kept.id()).map(ParsedLetter::of);
    String from =
        letter.stream()
            .flatMap(l -> l.from().stream())
            .map(f -> f.address().toString())
            .findFirst()
            .orElse("nobody");
    String subject = letter.map(ParsedLetter::subject).orElse("");
    return kept.id() + " " + kept.received() + " to " + to + " from " + from + ": " + subject;
  }

  /** Without the ticket of an answer, which lets its holder write on. */
  private static String plain(String address) {
    return address.replaceFirst("\\+a\\.[^@]*", "");
  }

  /** {@code caucus mailbox show}. */
  @Command(
      name = "show",
      description = "Prints a letter to the operators as it came.",
      mixinStandardHelpOptions = true)
  static final class Show implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", description = "as listed, or its beginning")
    String id = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      OperatorMailbox shelf = new OperatorMailbox(desk.mongo(), desk.vault());
      Optional<RetainedLetters> kept = shelf.find(id);
      if (kept.isEmpty()) {
        return missing(console);
      }
      Optional<byte[]> octets = shelf.octets(kept.get().id());
      if (octets.isEmpty()) {
        console.note("It was written to a coalition, whose words operators do not read.");
        return NOT_DONE;
      }
      new String(octets.get(), StandardCharsets.UTF_8)
          .lines()
          .map(l -> l.replaceAll("[\\p{Cntrl}&&[^\t]]", "?"))
          .forEach(console::say);
      return DONE;
    }
  }

  private static int missing(Console console) {
    console.note("There is no such letter. See: caucus mailbox");
    return NOT_DONE;
  }

  /** {@code caucus mailbox delete}. */
  @Command(
      name = "delete",
      description = "Deletes letters of the mailbox.",
      mixinStandardHelpOptions = true)
  static final class Delete implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", arity = "1..*", description = "as listed, or their beginnings")
    List<String> ids = List.of();

    @Override
    public int run(OperatorContext desk, Console console) {
      OperatorMailbox shelf = new OperatorMailbox(desk.mongo(), desk.vault());
      int gone = 0;
      for (String id : ids) {
        Optional<RetainedLetters> kept = shelf.find(id);
        if (kept.isPresent() && shelf.delete(kept.get().id())) {
          gone++;
        } else {
          missing(console);
        }
      }
      console.say(gone + " deleted.");
      return gone == ids.size() ? DONE : NOT_DONE;
    }
  }
}
