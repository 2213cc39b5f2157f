package org.caucus.operator;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.rolemailboxes.OperatorAnswers;
import org.caucus.operator.acts.OperatorActs;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code caucus mailbox}: letters to postmaster, abuse and the like, and those given up. */
@Command(
    name = "mailbox",
    description =
        "Lists the letters to postmaster@, abuse@, security@, hostmaster@, webmaster@ and noc@,"
            + " oldest first. Each was forwarded to CAUCUS_OPERATORS, who answer by replying to"
            + " that, or by reply here. Also lists letters to a coalition that could be neither"
            + " posted nor held.",
    mixinStandardHelpOptions = true,
    subcommands = {
      MailboxCommand.Show.class,
      MailboxCommand.Reply.class,
      MailboxCommand.Forward.class,
      MailboxCommand.Delete.class
    })
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
                + " letters. See one: caucus mailbox show ID; then: reply, forward or delete ID");
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

  /** {@code caucus mailbox reply}. */
  @Command(
      name = "reply",
      description =
          "Answers a letter to the operators. The answer leaves from the mailbox that the letter came"
              + " to, under nobody's name; what its reader answers comes back there. Letters of"
              + " programs are not answered. The limit is 100 letters a day, replies and forwards"
              + " together.",
      mixinStandardHelpOptions = true)
  static final class Reply implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(paramLabel = "ID", description = "as listed, or its beginning")
    String id = "";

    @Option(
        names = "--text",
        required = true,
        description = "the answer, 1 to 20000 characters of plain text; of a file: \"$(cat FILE)\"")
    String text = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      return sent(desk, console, "mailbox.reply", id, answers -> answers.reply(id, text));
    }
  }

  /** {@code caucus mailbox forward}. */
  @Command(
      name = "forward",
      description =
          "Passes a letter to the operators on to somebody else: its author, subject and words,"
              + " without its files. It leaves from the mailbox that the letter came to, and answers"
              + " come back there. The limit is 100 letters a day, replies and forwards together.",
      mixinStandardHelpOptions = true)
  static final class Forward implements OperatorCommand {
    @Mixin DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "ID", description = "as listed, or its beginning")
    String id = "";

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "the email address it goes to")
    String address = "";

    @Option(names = "--note", description = "what is written above it, up to 20000 characters")
    String note = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      Optional<MailAddress> to = MailAddress.parse(address);
      if (to.isEmpty()) {
        console.note("\"" + address + "\" is no email address. Nothing was sent.");
        return NOT_DONE;
      }
      return sent(
          desk, console, "mailbox.forward", id, answers -> answers.forward(id, to.get(), note));
    }
  }

  /** Makes a letter to be sent. */
  @FunctionalInterface
  private interface Writing {
    DeliveryBatch letter(OperatorAnswers answers) throws OperatorAnswers.NotSent;
  }

  private static int sent(
      OperatorContext desk, Console console, String act, String id, Writing writing) {
    InstantSource clock = InstantSource.system();
    try {
      DeliveryBatch letter = writing.letter(new OperatorAnswers(desk.mongo(), desk.vault(), clock));
      new OperatorActs(desk.mongo(), desk.vault(), clock).note(OperatorActs.SHELL, act, id);
      desk.queue().put(letter);
      desk.queue().retried();
      console.say("It is sent by a running server. See: caucus queue");
      return DONE;
    } catch (OperatorAnswers.NotSent e) {
      console.note(String.valueOf(e.getMessage()));
      return NOT_DONE;
    }
  }
}
