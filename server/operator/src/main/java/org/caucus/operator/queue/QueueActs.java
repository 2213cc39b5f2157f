package org.caucus.operator.queue;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.MailQueue.Act;
import org.caucus.messaging.delivery.QueuedLetter;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.DataOption;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done to letters of the queue. */
final class QueueActs {
  /** Shorter beginnings of ids name too many letters. */
  private static final int LEAST_CHARS = 6;

  private QueueActs() {}

  /** Which letters: by id, by what they have in common, or all. */
  static final class Choice {
    @Mixin QueueFilter filter = new QueueFilter();

    @Parameters(
        paramLabel = "ID",
        arity = "0..*",
        description =
            "as listed: a parcel and the number of a letter in it; without the number all letters"
                + " of the parcel. At least 6 characters of it")
    List<String> ids = List.of();

    @Option(names = "--all", description = "all letters")
    boolean all;

    @Option(names = "--dry-run", description = "says how many letters are meant; changes nothing")
    boolean dry;
  }

  /** What is meant, where: in these parcels, or in all. */
  private record Meant(boolean everywhere, Set<String> parcels, Predicate<QueuedLetter> letters) {}

  private static Optional<Meant> meant(
      Choice choice, OperatorContext desk, Console console, Instant now) {
    if (choice.ids.isEmpty() && choice.filter.isEmpty() && !choice.all) {
      console.note("Say which letters: ids, --destination, another option, or --all.");
      return Optional.empty();
    }
    Optional<Predicate<QueuedLetter>> filter = choice.filter.meant(desk, console, now);
    if (filter.isEmpty() || choice.ids.isEmpty()) {
      return filter.map(letters -> new Meant(true, Set.of(), letters));
    }
    Set<String> parcels = new LinkedHashSet<>();
    Set<String> named = new LinkedHashSet<>();
    for (String id : choice.ids) {
      int slash = id.indexOf('/');
      Optional<String> parcel =
          parcel(slash < 0 ? id : id.substring(0, slash), desk.queue(), console);
      if (parcel.isEmpty()) {
        return Optional.empty();
      }
      parcels.add(parcel.get());
      named.add(slash < 0 ? parcel.get() : parcel.get() + id.substring(slash));
    }
    return Optional.of(
        new Meant(
            false,
            parcels,
            filter.get().and(l -> named.contains(l.parcel()) || named.contains(l.id()))));
  }

  private static Optional<String> parcel(String id, MailQueue queue, Console console) {
    if (id.length() < LEAST_CHARS) {
      console.note("\"" + id + "\" is too short: at least " + LEAST_CHARS + " characters.");
      return Optional.empty();
    }
    List<String> found = queue.parcels(id);
    if (found.size() != 1) {
      console.note(
          found.isEmpty()
              ? "There is no \"" + id + "\" in the queue: it was sent or removed. Nothing was done."
              : "Several begin with \"" + id + "\". Write more of it. Nothing was done.");
      return Optional.empty();
    }
    return Optional.of(found.getFirst());
  }

  /** Does it, and says what came of it. */
  private static int run(
      Act act, String done, Choice choice, OperatorContext desk, Console console, String reason) {
    Instant now = Instant.now();
    Optional<Meant> meant = meant(choice, desk, console, now);
    if (meant.isEmpty()) {
      return OperatorCommand.NOT_DONE;
    }
    MailQueue queue = desk.queue();
    Predicate<QueuedLetter> letters = meant.get().letters();
    if (choice.dry) {
      long count =
          queue
              .letters()
              .filter(l -> meant.get().everywhere() || meant.get().parcels().contains(l.parcel()))
              .filter(letters)
              .count();
      console.say(count + " letters are meant. Nothing was changed.");
      return count > 0 ? OperatorCommand.DONE : OperatorCommand.NOT_DONE;
    }
    QueueWork.Done came =
        meant.get().everywhere()
            ? QueueWork.everywhere(desk, letters, act, reason)
            : QueueWork.in(desk, meant.get().parcels(), letters, act, reason);
    MailQueue.Changes all = came.changes();
    told(came, console);
    say(act, done, all, console);
    return all.done() > 0 && all.sending() == 0 ? OperatorCommand.DONE : OperatorCommand.NOT_DONE;
  }

  private static void say(Act act, String done, MailQueue.Changes all, Console console) {
    console.say(all.done() + " letters " + done + ".");
    if (all.sending() > 0) {
      console.note(
          all.sending()
              + " are just being sent, and were left alone. Give the command again in a minute.");
    }
    if (all.unfit() > 0) {
      console.note(
          all.unfit()
              + switch (act) {
                case RETRY ->
                    " were left alone: they are held (release them), or were not tried yet and wait"
                        + " for their turn or their hour.";
                case HOLD -> " were held before.";
                default -> " are not held.";
              });
    }
    if (all.done() + all.sending() + all.unfit() == 0) {
      console.note("No letter in the queue is meant.");
    }
  }

  private static void told(QueueWork.Done came, Console console) {
    if (came.changes().purged().isEmpty()) {
      return;
    }
    console.say(
        came.told() + " senders get the reason by email; letters of the server itself have none.");
    if (came.untold() > 0) {
      console.note(came.untold() + " senders could not be told: the server's log says why.");
    }
  }

  /** {@code caucus queue retry}. */
  @Command(
      name = "retry",
      description =
          "Has letters tried at once that were tried in vain. Letters that wait for their hour, such"
              + " as the end of quiet hours, still wait.",
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it was done", "1:it was not done, or not to all", "2:wrong words"},
      mixinStandardHelpOptions = true)
  static final class Retry implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin Choice choice = new Choice();

    @Override
    public int run(OperatorContext desk, Console console) {
      return QueueActs.run(
          Act.RETRY, "are tried at once by a running server", choice, desk, console, "");
    }
  }

  /** {@code caucus queue hold}. */
  @Command(
      name = "hold",
      description =
          "Keeps letters from leaving until they are released, for as long as that takes; nobody is"
              + " told.",
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it was done", "1:it was not done, or not to all", "2:wrong words"},
      mixinStandardHelpOptions = true)
  static final class Hold implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin Choice choice = new Choice();

    @Override
    public int run(OperatorContext desk, Console console) {
      return QueueActs.run(
          Act.HOLD, "are held. Undo it: caucus queue release", choice, desk, console, "");
    }
  }

  /** {@code caucus queue release}. */
  @Command(
      name = "release",
      description =
          "Lets held letters leave when they would have left. One that is in the queue for more than"
              + " five days is tried once more.",
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it was done", "1:it was not done, or not to all", "2:wrong words"},
      mixinStandardHelpOptions = true)
  static final class Release implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin Choice choice = new Choice();

    @Override
    public int run(OperatorContext desk, Console console) {
      return QueueActs.run(Act.RELEASE, "are held no more", choice, desk, console, "");
    }
  }

  /** {@code caucus queue purge}. */
  @Command(
      name = "purge",
      description =
          "Removes letters for good: they are not sent to these recipients. This cannot be undone;"
              + " hold keeps them. Members who wrote what is removed get the reason by email, once"
              + " for each message; the page of a message says for whom its email was removed.",
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {"0:it was done", "1:it was not done, or not to all", "2:wrong words"},
      mixinStandardHelpOptions = true)
  static final class Purge implements OperatorCommand {
    @Mixin DataOption data = new DataOption();
    @Mixin Choice choice = new Choice();

    @Option(
        names = "--because",
        required = true,
        paramLabel = "TEXT",
        description = "what the senders are told: 1 to 500 characters, in one line")
    String because = "";

    @Override
    public int run(OperatorContext desk, Console console) {
      String reason = because.strip();
      if (!QueueWork.isReason(reason)) {
        console.note(
            "--because takes 1 to "
                + QueueWork.REASON_CHARS
                + " characters in one line. Nothing was done.");
        return NOT_DONE;
      }
      return QueueActs.run(Act.PURGE, "were removed", choice, desk, console, reason);
    }
  }
}
